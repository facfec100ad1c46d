package dev.precheck.checks.parameter;

import static dev.precheck.checks.SettingRows.on;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class SqlModeCheckTest extends CheckCases {

  /** As servers are delivered. */
  private static final String MYSQL_5_7 =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION";

  private static final String MYSQL_8_0 =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
  private static final String MARIADB_11 =
      "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION";

  SqlModeCheckTest() {
    super(new SqlModeCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        modes("equal", MYSQL_8_0, MYSQL_8_0).passes(),
        modes("as delivered, 5.7 to 8.0", MYSQL_5_7, MYSQL_8_0).passes(),
        modes("as delivered, MariaDB to MySQL", MARIADB_11, MYSQL_8_0)
            .reports(SqlModeCheck.STRICTER, "NO_ZERO_DATE, NO_ZERO_IN_DATE, ONLY_FULL_GROUP_BY"),
        modes("a laxer target", MYSQL_8_0, MARIADB_11).passes(),
        modes("a lax source", "", MYSQL_8_0).reports(SqlModeCheck.STRICTER, "(none)"),
        modes("both lax", "", "").passes(),
        modes("quotation marks on the source", "ANSI_QUOTES", "")
            .reports(SqlModeCheck.OTHER_MEANING, "ANSI_QUOTES"),
        modes("quotation marks on the target", "", "ANSI_QUOTES")
            .reports(SqlModeCheck.OTHER_MEANING, "ANSI_QUOTES"),
        modes("both kinds", "NO_BACKSLASH_ESCAPES", "STRICT_ALL_TABLES")
            .reports(SqlModeCheck.STRICTER, SqlModeCheck.OTHER_MEANING),
        given("it is not shown", Side.TARGET, plan().build())
            .source(Setting.FACET)
            .target(Setting.FACET)
            .cannotTell(),
        given("to PostgreSQL", Side.TARGET, plan().to(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static CheckCase modes(String name, String source, String target) {
    return on(given(name, Side.TARGET, plan().build()), "sql_mode", source, target);
  }
}
