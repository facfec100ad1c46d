package dev.precheck.app.cli;

import dev.precheck.app.cli.check.Durations;
import dev.precheck.app.cli.check.EndpointUri;
import dev.precheck.app.cli.check.ObjectNames;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.NamePattern;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Puts the commands together. */
public final class CommandLines {

  private CommandLines() {}

  /** Runs the command that the arguments name and returns the process's exit code. */
  public static int run(String... arguments) {
    CommandLine commands = of(Surroundings.ofThisProcess());
    commands.setOut(Streams.out()).setErr(Streams.err());
    int code = commands.execute(arguments);
    commands.getOut().flush();
    commands.getErr().flush();
    return code;
  }

  static CommandLine of(Surroundings surroundings) {
    CommandLine commands =
        new CommandLine(new PrecheckCommand())
            .addSubcommand(new CheckCommand(surroundings))
            .addSubcommand(new ChecksCommand(surroundings))
            .addSubcommand(new ServeCommand(surroundings))
            .addSubcommand(tokens(surroundings))
            .addSubcommand(keys(surroundings))
            .addSubcommand(new DemoCommand(surroundings));
    Complaints complaints = new Complaints();
    register(commands, surroundings);
    everywhere(commands);
    return commands
        .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.ansi()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  private static CommandLine keys(Surroundings surroundings) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysListCommand(surroundings))
        .addSubcommand(new KeysRotateCommand(surroundings))
        .addSubcommand(new KeysReencryptCommand(surroundings))
        .addSubcommand(new KeysRemoveUnusedCommand(surroundings));
  }

  private static CommandLine tokens(Surroundings surroundings) {
    return new CommandLine(new TokensCommand())
        .addSubcommand(new TokensCreateCommand(surroundings))
        .addSubcommand(new TokensListCommand(surroundings))
        .addSubcommand(new TokensRevokeCommand(surroundings));
  }

  private static void register(CommandLine commands, Surroundings surroundings) {
    converter(commands, Endpoint.class, text -> EndpointUri.parse(text, Engines.all(surroundings)));
    converter(commands, DatabaseEngine.class, text -> Engines.named(text, surroundings));
    converter(commands, NamePattern.class, NamePattern::parse);
    converter(commands, ObjectNames.Listed.class, ObjectNames::listed);
    converter(commands, ObjectNames.SchemaMapping.class, ObjectNames::mapping);
    converter(commands, Duration.class, Durations::parse);
    converter(commands, TlsMode.class, CommandLines::tlsMode);
  }

  /** What holds for the command and all beneath it. */
  private static void everywhere(CommandLine commands) {
    commands.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
    commands
        .getCommandSpec()
        .exitCodeOnInvalidInput(ExitCodes.USAGE)
        .exitCodeOnExecutionException(ExitCodes.SOFTWARE);
    commands.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
    commands.getSubcommands().values().forEach(CommandLines::everywhere);
  }

  private static <T> void converter(
      CommandLine commands, Class<T> type, Function<String, T> reader) {
    ITypeConverter<T> converter =
        text -> {
          try {
            return reader.apply(text);
          } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
          }
        };
    commands.registerConverter(type, converter);
  }

  private static TlsMode tlsMode(String text) {
    try {
      return TlsMode.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is none of disable, prefer, require, verify-ca, verify-full.", e);
    }
  }
}
