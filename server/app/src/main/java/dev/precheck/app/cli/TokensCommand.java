package dev.precheck.app.cli;

import picocli.CommandLine.Command;

/** The command by itself, which only knows the others of its kind. */
@Command(
    name = "tokens",
    header = "Creates, lists and revokes API tokens, of any tenant.",
    description = {
      "",
      "Works on the store that the service's own settings name (see \"precheck serve --help\"). The"
          + " embedded one can be opened by one process at a time: while a service has it, use the"
          + " actions CreateApiToken, ListApiTokens and RevokeApiToken.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n")
final class TokensCommand extends CommandGroup {}
