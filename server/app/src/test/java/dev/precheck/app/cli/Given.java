package dev.precheck.app.cli;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.Secret;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Severity;
import dev.precheck.spi.Side;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line with databases that always answer and a check that finds what it is told. */
final class Given {

  private final Map<String, String> environment;
  private final List<ConnectionSpec> connected = new ArrayList<>();
  private final boolean real;
  private Optional<Severity> found = Optional.empty();
  private String answer = "";

  Given(Map<String, String> environment) {
    this(environment, false);
  }

  private Given(Map<String, String> environment, boolean real) {
    this.environment = environment;
    this.real = real;
  }

  /** The checks and databases that there are. */
  static Given real(Map<String, String> environment) {
    return new Given(environment, true);
  }

  static Given nothing() {
    return new Given(Map.of());
  }

  Given finds(Severity severity) {
    found = Optional.of(severity);
    return this;
  }

  Given answers(String typed) {
    answer = typed;
    return this;
  }

  /** What the commands connected to. */
  List<ConnectionSpec> connected() {
    return connected;
  }

  /** What a command printed and returned. */
  record Ran(int code, String out, String err) {}

  Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands =
        CommandLines.of(surroundings()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = commands.execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  private Surroundings surroundings() {
    Prompt prompt =
        question -> answer.isEmpty() ? Optional.empty() : Optional.of(Secret.of(answer));
    return new Surroundings(
        environment,
        prompt,
        () -> real ? Catalogue.load() : Catalogue.of(List.of(new ToldCheck(found))),
        () ->
            real
                ? Dialects.load()
                : Dialects.of(List.of(new Answering(DatabaseEngine.MYSQL, connected))),
        Ansi.OFF);
  }

  /** Finds one thing of a given severity, or nothing, on the source. */
  private record ToldCheck(Optional<Severity> found) implements Check {

    @Override
    public CheckType type() {
      Problem problem = new Problem("TOLD", found.orElse(Severity.NOTICE), "Told.", "Do it.");
      return CheckType.of("RDB_TOLD")
          .title("Told")
          .condition("It holds.")
          .why("It matters.")
          .on(Side.SOURCE, Needs.reading(ConnectionAttempt.FACET))
          .on(Side.TARGET, Needs.reading(ConnectionAttempt.FACET))
          .reports(problem)
          .build();
    }

    @Override
    public List<Finding> run(CheckContext context) {
      return found.isPresent() && context.side() == Side.SOURCE
          ? List.of(type().problems().get(0).at(ObjectRef.endpoint(Side.SOURCE)))
          : List.of();
    }
  }

  /** Connects to an empty database, whatever it is asked for. */
  private record Answering(DatabaseEngine engine, List<ConnectionSpec> connected)
      implements Dialect {

    @Override
    public Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
        throws SQLException {
      synchronized (connected) {
        connected.add(spec);
      }
      return DriverManager.getConnection("jdbc:h2:mem:");
    }

    @Override
    public ConnectionAttempt.Failure explain(SQLException failure) {
      throw new AssertionError(failure);
    }

    @Override
    public Optional<String> sql(Facet<?> facet) {
      return Optional.empty();
    }

    @Override
    public String hasRow(String label, QualifiedName table) {
      throw new AssertionError(table);
    }

    @Override
    public boolean isAccessDenied(SQLException failure) {
      return false;
    }

    @Override
    public boolean isTimeout(SQLException failure) {
      return false;
    }
  }
}
