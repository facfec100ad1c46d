package dev.precheck.dialects.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Place;
import dev.precheck.engine.Report;
import dev.precheck.engine.StatementCount;
import dev.precheck.spi.Link;
import dev.precheck.spi.Phase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.TableContent;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a precheck costs a server: a constant number of statements, whatever the number of tables.
 */
class StatementBudgetIT {

  /** What a side may be asked with every phase on, probes apart. */
  private static final int MOST = 25;

  private static final int PROBE_BATCH = 200;

  /** What it takes to see how far away a server is. */
  private static final int ROUND_TRIPS = 5;

  @EachDatabase
  void metadataStatementsAreConstantAndProbesBatched(TestDatabase database) {
    RunningDatabase server = database.start();
    for (int tables : List.of(1, 100, 1_000)) {
      String schema = server.freshSchema("many");
      create(server, schema, tables);

      TestRun run =
          TestRun.between(server.superuser(), server.superuser())
              .matching(schema + ".*")
              .running(Phase.values());
      Report report = run.report();

      int probes = (tables + PROBE_BATCH - 1) / PROBE_BATCH;
      assertThat(report.statements())
          .as(tables + " tables")
          .isEqualTo(
              Map.of(
                  Place.SOURCE, new StatementCount(facets(run, Place.SOURCE), ROUND_TRIPS),
                  Place.TARGET,
                      new StatementCount(facets(run, Place.TARGET), ROUND_TRIPS + probes)));
      assertThat(report.statements().values()).allMatch(count -> count.metadata() <= MOST);
      server.execute("DROP SCHEMA " + server.engine().quoted(schema) + cascade(server));
    }
  }

  private static final Set<String> PROBED = Set.of(TableContent.FACET.name(), Link.FACET.name());

  /** How many facets were read with a statement, the probed ones apart. */
  private static int facets(TestRun run, Place place) {
    return (int)
        run.evidence().stream()
            .filter(evidence -> evidence.place().equals(place) && evidence.sent().isPresent())
            .filter(evidence -> !PROBED.contains(evidence.facet()))
            .count();
  }

  private static void create(RunningDatabase server, String schema, int tables) {
    server.execute(
        IntStream.range(0, tables)
            .mapToObj(number -> server.engine().quoted(new QualifiedName(schema, "t" + number)))
            .map(table -> "CREATE TABLE " + table + " (id INT PRIMARY KEY)")
            .toList());
  }

  private static String cascade(RunningDatabase server) {
    return server.engine().family().equals("mysql") ? "" : " CASCADE";
  }
}
