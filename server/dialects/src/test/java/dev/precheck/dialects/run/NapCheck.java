package dev.precheck.dialects.run;

import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.RunningDatabase;
import java.util.List;

/** A check of the source that waits for naps of the server; they are read in their names' order. */
record NapCheck(String id, List<Facet<?>> naps, Runnable body) implements Check {

  /** One row of a nap. */
  public record Nap(String value) {}

  static final Facet<Nap> FIRST = Facet.ofServer("nap_1", Nap.class);
  static final Facet<Nap> SECOND = Facet.ofServer("nap_2", Nap.class);
  static final Facet<Nap> THIRD = Facet.ofServer("nap_3", Nap.class);

  static NapCheck of(String id, Facet<?>... naps) {
    return new NapCheck(id, List.of(naps), () -> {});
  }

  /** The same, which does something when all its naps are over. */
  NapCheck then(Runnable work) {
    return new NapCheck(id, naps, work);
  }

  /** A statement that takes so many seconds. */
  static String sql(DatabaseEngine engine, Facet<?> nap, int seconds) {
    String mark = " /* precheck_" + nap.name() + " */";
    return engine.family().equals("mysql")
        ? "SELECT SLEEP("
            + seconds
            + ") AS value"
            + mark
            + " FROM information_schema.engines LIMIT 1"
        : "SELECT pg_sleep(" + seconds + ")::text AS value" + mark;
  }

  /** The sessions of a server that are at a nap. */
  static List<String> at(RunningDatabase server, Facet<?> nap) {
    String marked = " LIKE '%precheck_" + nap.name() + "%'";
    return server.query(
        server.engine().family().equals("mysql")
            ? "SELECT id FROM information_schema.processlist WHERE info"
                + marked
                + " AND id <> CONNECTION_ID()"
            : "SELECT pid FROM pg_stat_activity WHERE query"
                + marked
                + " AND state = 'active' AND pid <> pg_backend_pid()");
  }

  /** Ends what a test has left behind. */
  static void wake(RunningDatabase server, Facet<?> nap) {
    at(server, nap).forEach(server::endSession);
  }

  @Override
  public CheckType type() {
    return CheckType.of(id)
        .title("Patience " + id)
        .condition("The server naps.")
        .why("To see who waits for it.")
        .on(Side.SOURCE, Needs.reading(naps.toArray(Facet[]::new)))
        .reports(Problem.error("AWAKE", "It is awake.", "Let it nap."))
        .build();
  }

  @Override
  public List<Finding> run(CheckContext context) {
    naps.forEach(nap -> context.here().rows(nap));
    body.run();
    return List.of();
  }
}
