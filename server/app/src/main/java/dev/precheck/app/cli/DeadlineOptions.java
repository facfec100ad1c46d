package dev.precheck.app.cli;

import dev.precheck.engine.Deadlines;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long things may take. */
final class DeadlineOptions {

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      description = "To connect and log in to each database; such as 500ms, 10s, 5m. Default: 10s.")
  private Optional<Duration> connect = Optional.empty();

  @Option(
      names = "--statement-timeout",
      paramLabel = "TIME",
      description = "For one statement. Default: 30s.")
  private Optional<Duration> statement = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "For everything. What is not done by then is undetermined. Default: 30m.")
  private Optional<Duration> run = Optional.empty();

  Deadlines deadlines() {
    Deadlines standard = Deadlines.standard();
    Duration oneStatement = statement.orElse(standard.statement());
    // An item may wait for two statements, as it does by default.
    Duration item = oneStatement.multipliedBy(2);
    return new Deadlines(
        connect.orElse(standard.connect()),
        oneStatement,
        item.compareTo(standard.item()) > 0 ? item : standard.item(),
        run.orElse(standard.run()));
  }
}
