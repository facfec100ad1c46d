package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.mapped;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Sequence;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;

class SequenceCheckTest extends CheckCases {

  private static final long INT = Integer.MAX_VALUE;
  private static final Plans ALL =
      plan().matching("shop.*").from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);
  private static final Sequence SERIAL = owned(INT, INT, 1, 7);
  private static final Sequence SHARED = shared("t");
  private static final Sequence FREE = shared("");

  SequenceCheckTest() {
    super(new SequenceCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source("none", ALL).passes(),
        source("only the structure", ALL.running(Phase.STRUCTURE), SERIAL).passes(),
        source("a serial", ALL, SERIAL).reports(SequenceCheck.NOT_MOVED_ON, "column id of shop.t"),
        source("a serial, set by its column", ALL, SERIAL)
            .reports(
                SequenceCheck.NOT_MOVED_ON,
                "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('\"shop\".\"t\"', 'id'),"
                    + " max(\"id\")) FROM \"shop\".\"t\""),
        source("a serial to MySQL", ALL.to(DatabaseEngine.MYSQL), SERIAL).passes(),
        source("of a table outside the plan", on("shop.u"), SERIAL).passes(),
        source("a column that grew", structure(), owned(Long.MAX_VALUE, INT, 1, 7))
            .reports(
                SequenceCheck.SMALLER,
                "ALTER SEQUENCE \"shop\".\"s\" AS bigint MAXVALUE 9223372036854775807"),
        source(
                "a sequence that is larger than its column",
                structure(),
                owned(INT, Long.MAX_VALUE, 1, 7))
            .passes(),
        source("nearly used up", structure(), owned(INT, INT, 1, INT - 1))
            .reports(SequenceCheck.NEARLY_USED_UP, "2147483646"),
        source("its column nearly used up", structure(), owned(INT, Long.MAX_VALUE, 1, INT - 1))
            .reports(SequenceCheck.NEARLY_USED_UP),
        source("counting down", structure(), owned(INT, -1, -1, -5)).passes(),
        source("free", ALL, FREE).reports(SequenceCheck.NOT_MIGRATED),
        source("free, and on the target", ALL, FREE).target(Table.FACET, sequence()).passes(),
        source("free, to MySQL", ALL.to(DatabaseEngine.MYSQL), FREE).reports(SequenceCheck.UNKNOWN),
        source("free, to MariaDB", ALL.to(DatabaseEngine.MARIADB), FREE)
            .target(Server.FACET, server("MariaDB", "11.4.5-MariaDB"))
            .reports(SequenceCheck.NOT_MIGRATED),
        source("used by a default", ALL, SHARED).reports(SequenceCheck.MISSING, "shop.s"),
        source("used by a default, and on the target", ALL, SHARED)
            .target(Table.FACET, sequence())
            .reports(SequenceCheck.NOT_MOVED_ON),
        mariaDb("used by a default of MariaDB", "s", "s")
            .reports(SequenceCheck.MISSING, "column c of shop.t"),
        mariaDb("its name is printed with a question mark", "é", "?")
            .target(Table.FACET, new Table("shop", "é", TableKind.SEQUENCE))
            .reports(SequenceCheck.NOT_MOVED_ON, "FROM `shop`.`é`"),
        mariaDb("used by a default of MariaDB, and on the target", "s", "s")
            .target(Table.FACET, sequence())
            .reports(
                SequenceCheck.NOT_MOVED_ON,
                "SELECT SETVAL(`shop`.`s`, n), where n is what this says on the source: SELECT"
                    + " next_not_cached_value FROM `shop`.`s`"),
        toMySql("used by a default of MariaDB, to MySQL")
            .reports(SequenceCheck.NO_DEFAULT, "shop.s, and MySQL has no sequences: shop.t"),
        toMySql("used by a default of MariaDB, to MySQL, which has the table")
            .target(Table.FACET, table("shop", "t"))
            .reports(SequenceCheck.UNKNOWN),
        source("used by a default of PostgreSQL, to MySQL", ALL.to(DatabaseEngine.MYSQL), SHARED)
            .reports(SequenceCheck.UNKNOWN),
        source("sequences may not be read", ALL).refused(Side.SOURCE, Sequence.FACET).cannotTell(),
        target("the target is behind", onTarget(3, false))
            .reports(SequenceCheck.BEHIND, "SELECT pg_catalog.setval('\"store\".\"s\"', 7)"),
        target("the target is as far", onTarget(7, false)).passes(),
        source("a value that may not be seen", structure(), hidden(true))
            .reports(
                SequenceCheck.VALUE_HIDDEN,
                "GRANT SELECT ON SEQUENCE \"shop\".\"s\" TO \"migrator\""),
        source("a value that may not be seen, to be moved on", ALL, hidden(true))
            .reports(SequenceCheck.VALUE_HIDDEN, SequenceCheck.NOT_MOVED_ON),
        source("a value that may not be seen, outside the plan", on("shop.u"), hidden(true))
            .passes(),
        source("used by a default, its value hidden", ALL, hidden(false))
            .target(Table.FACET, sequence())
            .reports(SequenceCheck.VALUE_HIDDEN),
        target("the target's value is hidden", onTarget(0, true))
            .reports(SequenceCheck.VALUE_HIDDEN, "\"store\".\"s\""),
        target("the source's value is hidden", onTarget(7, false))
            .source(Sequence.FACET, hidden(true))
            .reports(SequenceCheck.VALUE_HIDDEN, "\"shop\".\"s\""),
        given("changes follow", Side.TARGET, ALL.running(Phase.FULL, Phase.INCREMENTAL).build())
            .doesNotApply(),
        given("from MySQL", Side.SOURCE, plan().build()).doesNotApply());
  }

  private static CheckCase toMySql(String name) {
    return mariaDb(name, DatabaseEngine.MYSQL, "s", "s").target(Server.FACET, SERVER);
  }

  private static CheckCase mariaDb(String name, String sequence, String printed) {
    return mariaDb(name, DatabaseEngine.MARIADB, sequence, printed);
  }

  private static CheckCase mariaDb(
      String name, DatabaseEngine target, String sequence, String printed) {
    Plans plan = ALL.from(DatabaseEngine.MARIADB).to(target);
    Sequence known = new Sequence("shop", sequence, "", "", "", false, 0, 0, 0, 0, false, false);
    return source(name, plan, known)
        .source(
            Column.FACET,
            Columns.mysql("shop.t", "c", "bigint")
                .expression("nextval(`shop`.`" + printed + "`)")
                .counted(Identity.SEQUENCE)
                .build())
        .target(Server.FACET, server("MariaDB", "11.4.5-MariaDB"));
  }

  private static Plans structure() {
    return ALL.running(Phase.STRUCTURE);
  }

  private static Plans on(String table) {
    return ALL.select(Selection.of(List.of(Plans.table(table))));
  }

  private static Sequence owned(long columnMaximum, long maximum, long increment, long last) {
    return new Sequence(
        "shop",
        "s",
        "shop",
        "t",
        "id",
        true,
        columnMaximum,
        maximum,
        increment,
        last,
        false,
        false);
  }

  private static Sequence shared(String table) {
    return of(table, false, 7, false);
  }

  private static Sequence hidden(boolean owned) {
    return of("t", owned, 0, true);
  }

  private static Sequence of(String table, boolean owned, long last, boolean hidden) {
    boolean used = !table.isEmpty();
    return new Sequence(
        "shop",
        "s",
        used ? "shop" : "",
        table,
        used ? "id" : "",
        owned,
        0,
        Long.MAX_VALUE,
        1,
        last,
        hidden,
        false);
  }

  private static Table sequence() {
    return new Table("shop", "s", TableKind.SEQUENCE);
  }

  private static CheckCase source(String name, Plans plan, Sequence... sequences) {
    return given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "t"))
        .source(Sequence.FACET, sequences)
        .source(Column.FACET)
        .target(Server.FACET, SERVER)
        .target(Schema.FACET, new Schema("shop"))
        .target(Table.FACET);
  }

  private static CheckCase target(String name, Sequence sequence) {
    Plans copy =
        ALL.select(Selection.of(List.of(mapped(ObjectKind.TABLE, "shop.t", "store.t"))))
            .running(Phase.FULL);
    return given(name, Side.TARGET, copy.build())
        .source(Server.FACET, SERVER)
        .source(Sequence.FACET, SERIAL)
        .target(Server.FACET, SERVER)
        .target(Sequence.FACET, sequence);
  }

  private static Sequence onTarget(long last, boolean hidden) {
    return new Sequence("store", "s", "store", "t", "id", true, INT, INT, 1, last, hidden, false);
  }
}
