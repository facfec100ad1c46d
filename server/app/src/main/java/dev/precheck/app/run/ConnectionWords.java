package dev.precheck.app.run;

import dev.precheck.engine.Catalogue;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Migration;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Snapshot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of a connection test what a precheck would say of it: the check itself is asked. */
@Singleton
final class ConnectionWords {

  private static final String CHECK = "RDB_CONNECT";

  private final Optional<Check> check;

  ConnectionWords(Catalogue catalogue) {
    check = catalogue.checks().stream().filter(c -> c.type().id().equals(CHECK)).findFirst();
  }

  /** What went wrong; empty if nothing did, or there is no such check here. */
  Optional<Finding> finding(Endpoint endpoint, ConnectionAttempt attempt) {
    return check.flatMap(c -> run(c, new Context(endpoint, new Attempt(attempt))));
  }

  private static Optional<Finding> run(Check check, CheckContext context) {
    try {
      return check.run(context).stream().findFirst();
    } catch (Exception e) {
      throw new IllegalStateException(CHECK + " does not judge a connection attempt alone.", e);
    }
  }

  private record Attempt(ConnectionAttempt attempt) implements Snapshot {
    @Override
    public <R extends Record> List<R> rows(Facet<R> facet) {
      return List.of(facet.row().cast(attempt));
    }
  }

  /** There is one server and no plan. */
  private record Context(Endpoint endpoint, Snapshot here) implements CheckContext {

    @Override
    public Side side() {
      return Side.SOURCE;
    }

    @Override
    public Snapshot source() {
      return here;
    }

    @Override
    public Snapshot target() {
      return here;
    }

    @Override
    public Migration migration() {
      throw new IllegalStateException("A connection test has no plan.");
    }

    @Override
    public List<SelectedObject> selected() {
      throw new IllegalStateException("A connection test has no plan.");
    }

    @Override
    public Set<String> selectedSchemas() {
      throw new IllegalStateException("A connection test has no plan.");
    }
  }
}
