package dev.precheck.app.cli;

import picocli.CommandLine.Command;

/** The command by itself, which only knows the others of its kind. */
@Command(
    name = "keys",
    header = "Changes the keys that encrypt stored passwords.",
    description = {
      "",
      "Takes the service's own settings (see \"precheck serve --help\"), and may run beside it. The"
          + " keys themselves are never shown.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nFor one node:%n",
    footer = {
      "  precheck keys rotate           # the service takes the new key up by itself",
      "  precheck keys reencrypt        # with an embedded store it does that, too",
      "  precheck keys remove-unused",
      "",
      "For several nodes:",
      "  precheck keys rotate --add-only    # then give the file to all nodes",
      "  precheck keys rotate --use KEY     # then give the file to all nodes again",
      "  precheck keys reencrypt",
      "  precheck keys remove-unused        # then give the file to all nodes again"
    })
final class KeysCommand extends CommandGroup {}
