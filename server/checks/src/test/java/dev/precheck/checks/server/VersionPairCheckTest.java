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

class VersionPairCheckTest extends CheckCases {

  VersionPairCheckTest() {
    super(new VersionPairCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        pair(DatabaseEngine.MYSQL, "MySQL", "5.7.22", "8.0.12").passes(),
        pair(DatabaseEngine.MYSQL, "MySQL", "8.0.36", "8.0.12").passes(),
        pair(DatabaseEngine.MYSQL, "MySQL", "8.0.12", "5.7.22")
            .reports(VersionPairCheck.OLDER, "MySQL 5.7.22"),
        pair(DatabaseEngine.MYSQL, "MySQL", "8.4.1", "8.0.36").reports(VersionPairCheck.OLDER),
        pair(DatabaseEngine.MARIADB, "MariaDB", "11.4.5-MariaDB", "5.5.5-10.11.5-MariaDB")
            .reports(VersionPairCheck.OLDER),
        pair(DatabaseEngine.POSTGRESQL, "PostgreSQL", "14.22", "14.1").passes(),
        pair(DatabaseEngine.POSTGRESQL, "PostgreSQL", "18.3", "14.22")
            .reports(VersionPairCheck.OLDER, "18.3"),
        given("another product answers", Side.TARGET, plan().build())
            .source(Server.FACET, server("MariaDB", "11.4.5-MariaDB"))
            .target(Server.FACET, server("MySQL", "8.0.12"))
            .passes(),
        given("to another type", Side.TARGET, plan().to(DatabaseEngine.MARIADB).build())
            .doesNotApply(),
        given("the source does not tell", Side.TARGET, plan().build())
            .refused(Side.SOURCE, Server.FACET)
            .target(Server.FACET, server("MySQL", "8.0.12"))
            .cannotTell());
  }

  private static CheckCase pair(
      DatabaseEngine engine, String product, String source, String target) {
    return given(source + " to " + target, Side.TARGET, plan().from(engine).to(engine).build())
        .source(Server.FACET, server(product, source))
        .target(Server.FACET, server(product, target));
  }
}
