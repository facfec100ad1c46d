package dev.precheck.checks.server;

import static dev.precheck.checks.Rows.server;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class VersionCheckTest extends CheckCases {

  VersionCheckTest() {
    super(new VersionCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        source(DatabaseEngine.MYSQL, "MySQL", "5.7.22-log").passes(),
        source(DatabaseEngine.MYSQL, "MySQL", "8.0.36").passes(),
        source(DatabaseEngine.MYSQL, "Percona Server", "8.0.36-28").passes(),
        source(DatabaseEngine.MYSQL, "Percona Server", "5.6.51-91").reports(VersionCheck.TOO_OLD),
        source(DatabaseEngine.MARIADB, "Percona Server", "8.0.36-28")
            .reports(VersionCheck.OTHER_PRODUCT),
        source(DatabaseEngine.MYSQL, "MySQL", "5.6.51").reports(VersionCheck.TOO_OLD, "5.7"),
        source(DatabaseEngine.MYSQL, "MySQL", "9.7.4").passes(),
        source(DatabaseEngine.MYSQL, "MySQL", "9.8.0").reports(VersionCheck.UNTESTED, "9.8"),
        source(DatabaseEngine.MYSQL, "MariaDB", "11.4.5-MariaDB")
            .reports(VersionCheck.OTHER_PRODUCT, "says MySQL, but MariaDB"),
        source(DatabaseEngine.MARIADB, "MariaDB", "5.5.5-10.11.5-MariaDB-log").passes(),
        source(DatabaseEngine.MARIADB, "MariaDB", "10.5.9-MariaDB").reports(VersionCheck.TOO_OLD),
        source(DatabaseEngine.POSTGRESQL, "PostgreSQL", "14.10 (Debian 14.10-1)").passes(),
        source(DatabaseEngine.POSTGRESQL, "PostgreSQL", "18.6").passes(),
        source(DatabaseEngine.POSTGRESQL, "PostgreSQL", "11.22").reports(VersionCheck.TOO_OLD),
        source(DatabaseEngine.POSTGRESQL, "PostgreSQL", "19beta1").reports(VersionCheck.UNTESTED),
        source(new DatabaseEngine("ACME", "Acme", "acme", 1, '"'), "Acme", "1.0").passes(),
        given("the target is too old", Side.TARGET, plan().build())
            .target(Server.FACET, server("MySQL", "5.5.62"))
            .reports(VersionCheck.TOO_OLD),
        source(DatabaseEngine.MYSQL, "MySQL", "a version without numbers").cannotTell());
  }

  private static CheckCase source(DatabaseEngine engine, String product, String version) {
    return given(product + " " + version, Side.SOURCE, plan().from(engine).build())
        .source(Server.FACET, server(product, version));
  }
}
