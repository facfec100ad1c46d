package dev.precheck.app.run;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Side;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A check, beside the built-in ones, whose statement keeps a real server busy for half a minute. In
 * effect where the setting {@code test.slow} is.
 */
final class SlowChecks implements Check {

  /** One row of what takes so long. */
  record Nap(String value) {}

  private static final Facet<Nap> NAP = Facet.ofServer("nap", Nap.class);

  private static final CheckType TYPE =
      CheckType.of("TEST_SLOW")
          .title("Patience")
          .condition("The server naps.")
          .why("To see that nobody waits for it.")
          .on(Side.SOURCE, Needs.reading(NAP))
          .reports(Problem.error("AWAKE", "It is awake.", "Let it nap."))
          .build();

  @Factory
  @Requires(property = "test.slow")
  static final class Beans {
    @Singleton
    @Replaces(value = Catalogue.class, factory = Engine.class)
    Catalogue catalogue() {
      return Catalogue.of(
          Stream.concat(Stream.of(new SlowChecks()), Catalogue.load().checks().stream()).toList());
    }

    @Singleton
    @Replaces(value = Dialects.class, factory = Engine.class)
    Dialects dialects() {
      return Dialects.of(
          ServiceLoader.load(Dialect.class).stream()
              .map(provider -> (Dialect) new Napping(provider.get()))
              .toList());
    }
  }

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    context.here().rows(NAP);
    return List.of();
  }

  /** A dialect that has a statement for it. */
  private record Napping(Dialect real) implements Dialect {

    @Override
    public Optional<String> sql(Facet<?> facet) {
      return facet.equals(NAP) ? Optional.of(nap()) : real.sql(facet);
    }

    private String nap() {
      return engine().family().equals("mysql")
          ? "SELECT SLEEP(30) AS value /* precheck_stop */ FROM information_schema.schemata"
          : "SELECT pg_sleep(30)::text AS value /* precheck_stop */";
    }

    @Override
    public boolean isEmbedded() {
      return real.isEmbedded();
    }

    @Override
    public DatabaseEngine engine() {
      return real.engine();
    }

    @Override
    public Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
        throws SQLException {
      return real.connect(spec, route, deadlines);
    }

    @Override
    public ConnectionAttempt.Failure explain(SQLException failure) {
      return real.explain(failure);
    }

    @Override
    public String hasRow(String label, QualifiedName table) {
      return real.hasRow(label, table);
    }

    @Override
    public boolean isAccessDenied(SQLException failure) {
      return real.isAccessDenied(failure);
    }

    @Override
    public boolean isTimeout(SQLException failure) {
      return real.isTimeout(failure);
    }
  }
}
