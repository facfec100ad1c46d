package dev.precheck.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.cli.text.Paint;
import dev.precheck.engine.Place;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** How a report reads. */
class ReportTextTest {

  private static final Map<Place, Endpoint> ENDPOINTS =
      Map.of(
          Place.SOURCE,
          new Endpoint(DatabaseEngine.MYSQL, "db1", 3306, Optional.of("shop"), "reader"),
          Place.TARGET,
          new Endpoint(DatabaseEngine.POSTGRESQL, "::1", 5432, Optional.of("wh"), "reader"));

  private static String text(Report report, boolean all, Ansi ansi) {
    ReportView view = EngineReport.view(report, ENDPOINTS, Duration.ofMillis(412));
    return ReportText.of(view, new Paint(ansi), all, "Use --all.");
  }

  private static List<Finding> tablesWithoutKey(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(n -> Reports.at(Reports.NO_KEY, "shop", "t" + n).fix("ALTER TABLE t" + n))
        .toList();
  }

  private static Report failed() {
    return new Reports()
        .add(Side.SOURCE, "Database connectivity", "", Verdict.PASSED, List.of())
        .add(
            Side.SOURCE,
            "Primary key",
            "Rows of these tables may be duplicated after an interruption, and updates scan.",
            Verdict.FAILED,
            tablesWithoutKey(13))
        .add(
            Side.SOURCE,
            "Oddity",
            "",
            Verdict.WARNING,
            List.of(Reports.at(Reports.ODD, "shop", "a"), note()))
        .blocked(
            Side.TARGET,
            "Table existence",
            "The target's primary could not be reached.",
            "Target-Primary database-Database connectivity check")
        .build();
  }

  private static Finding note() {
    return Reports.NOTE.at(ObjectRef.endpoint(Side.SOURCE)).with("number", 41);
  }

  @Test
  void readsWellAtEightyColumnsWithoutColour() {
    assertThat(text(failed(), false, Ansi.OFF))
        .isEqualTo(
            """
            Source, primary database: MySQL, reader@db1:3306/shop

              passed        Database connectivity                  RDB_DATABASE_CONNECTIVITY
              FAILED        Primary key                                      RDB_PRIMARY_KEY
                  shop.t1 has no key, so changes to its rows cannot be applied to the right
                  row.
                  The same is true of shop.t2, shop.t3, shop.t4, shop.t5, shop.t6, shop.t7,
                  shop.t8, shop.t9, shop.t10, shop.t11 … and 2 more.
                  What to do: Add a primary key, or remove the table from the plan.
                  SQL that would do it (Precheck never runs it):
                    ALTER TABLE t1;
                    ALTER TABLE t2;
                    ALTER TABLE t3;
                    … and 10 more.
                  If skipped: Rows of these tables may be duplicated after an interruption,
                  and updates scan.

              WARNING       Oddity                                                RDB_ODDITY
                  shop.a is odd.
                  What to do: Look at it.
                  Note: There are 41 tables.
                  What to do: Nothing.

            Target, primary database: PostgreSQL, reader@[::1]:5432/wh

              UNDETERMINED  Table existence                              RDB_TABLE_EXISTENCE
                  Waits for: Target-Primary database-Database connectivity check.

            FAILED: 1 failed, 1 undetermined, 1 warning, 1 passed; 4 items in 0.4 s
            The migration would fail or lose data. Put right what failed, then check again.
            Use --all.
            """);
  }

  @Test
  void showsEverythingWhereThatIsWanted() {
    String text = text(failed(), true, Ansi.OFF);

    assertThat(text).contains("shop.t13.").contains("ALTER TABLE t13;");
    assertThat(text).doesNotContain("more.").doesNotContain("Use --all");
  }

  @Test
  void coloursAreAllThatTheTerminalAdds() {
    String coloured = text(failed(), false, Ansi.ON);

    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(text(failed(), false, Ansi.OFF));
  }

  @Test
  void namesCannotSteerTheTerminal() {
    Finding evil =
        Reports.at(Reports.NO_KEY, "s", "x\u001b[2J@|red y|@\u202e").fix("DROP \u001b]0;z\u0007");
    Report report =
        new Reports().add(Side.SOURCE, "Primary key", "", Verdict.FAILED, List.of(evil)).build();

    assertThat(text(report, false, Ansi.OFF))
        .contains("s.x\\u001b[2J@|red y|@\\u202e has no key")
        .contains("DROP \\u001b]0;z\\u0007;")
        .doesNotContain("\u001b");
  }

  @Test
  void aPassedReportIsShort() {
    Report report =
        new Reports().add(Side.SOURCE, "Connectivity", "", Verdict.PASSED, List.of()).build();

    assertThat(text(report, false, Ansi.OFF))
        .isEqualTo(
            """
            Source, primary database: MySQL, reader@db1:3306/shop

              passed        Connectivity                                    RDB_CONNECTIVITY

            PASSED: 1 passed; 1 item in 0.4 s
            Nothing that was checked stands in the way of the migration.
            """);
  }

  @Test
  void findingsThatSayDifferentThingsStandApart() {
    List<Finding> findings =
        IntStream.rangeClosed(1, 12)
            .mapToObj(n -> Reports.NOTE.at(ObjectRef.endpoint(Side.SOURCE)).with("number", n))
            .toList();
    Report report = new Reports().add(Side.SOURCE, "Counts", "", Verdict.PASSED, findings).build();

    assertThat(text(report, false, Ansi.OFF))
        .contains("There are 10 tables.", "      … and 2 more.", "Use --all")
        .doesNotContain("There are 11 tables.");
  }
}
