package dev.precheck.dialects.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Place;
import dev.precheck.engine.Report;
import dev.precheck.engine.StatementCount;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.QualifiedName;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a precheck costs a server: a constant number of statements, whatever the number of tables.
 */
class StatementBudgetIT {

  /** server, schemas, tables, unique_keys, and settings where source and target are alike. */
  private static final int SOURCE_FACETS = 4;

  /** server, schemas, tables, and settings as above. */
  private static final int TARGET_FACETS = 3;

  private static final int PROBE_BATCH = 200;

  @EachDatabase
  void metadataStatementsAreConstantAndProbesBatched(TestDatabase database) {
    RunningDatabase server = database.start();
    for (int tables : List.of(1, 100, 1_000)) {
      String schema = server.freshSchema("many");
      create(server, schema, tables);

      Report report =
          TestRun.between(server.superuser(), server.superuser()).matching(schema + ".*").report();

      int settings = server.engine().equals(DatabaseEngine.H2) ? 0 : 1;
      int probes = (tables + PROBE_BATCH - 1) / PROBE_BATCH;
      assertThat(report.statements())
          .as(tables + " tables")
          .isEqualTo(
              Map.of(
                  Place.SOURCE, new StatementCount(SOURCE_FACETS + settings, 0),
                  Place.TARGET, new StatementCount(TARGET_FACETS + settings, probes)));
      server.execute("DROP SCHEMA " + server.engine().quoted(schema) + cascade(server));
    }
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
