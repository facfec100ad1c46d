package dev.precheck.app.cli;

import picocli.CommandLine.Command;

/** The command by itself, which only knows the others. */
@Command(
    name = "precheck",
    header = "Will the migration work? Precheck looks before you start.",
    description = "",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {"", "\"precheck COMMAND --help\" tells more."})
final class PrecheckCommand extends CommandGroup {}
