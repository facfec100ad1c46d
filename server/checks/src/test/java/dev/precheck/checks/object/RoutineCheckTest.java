package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.object.ObjectRows.routine;
import static dev.precheck.checks.object.ObjectRows.sourceGrants;
import static dev.precheck.checks.object.ObjectRows.trigger;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.checks.CallRows;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Program.Kind;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class RoutineCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final String EVERYTHING = "ALL PRIVILEGES ON *.*";
  private static final Program FUNCTION = routine(Kind.FUNCTION, true, "");
  private static final Program UNSAFE = routine(Kind.FUNCTION, false, "");
  private static final Program OF_EXTENSION = CallRows.function("shop", "r(integer)", "postgis");
  private static final Setting LOGGING = new Setting("log_bin", "ON");
  private static final Setting STRICT = new Setting("log_bin_trust_function_creators", "OFF");
  private static final Setting TRUSTING = new Setting("log_bin_trust_function_creators", "ON");

  RoutineCheckTest() {
    super(new RoutineCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        on("none", ALL, EVERYTHING).passes(),
        on("a trigger", ALL, EVERYTHING, trigger("t", Fires.ALWAYS)).passes(),
        on("a function", ALL, EVERYTHING, FUNCTION).reports(RoutineCheck.NOT_MIGRATED, "shop.r"),
        on("what an extension brings", ALL, EVERYTHING, OF_EXTENSION).passes(),
        on("to another product", ALL.to(DatabaseEngine.POSTGRESQL), EVERYTHING, UNSAFE)
            .target(Setting.FACET, LOGGING, STRICT)
            .reports(RoutineCheck.OTHER_SQL, "PostgreSQL"),
        on("of Oracle mode", ALL, EVERYTHING, routine(Kind.PROCEDURE, true, "ANSI_QUOTES,ORACLE"))
            .reports(RoutineCheck.ORACLE_MODE),
        on("a package", ALL, EVERYTHING, routine(Kind.PACKAGE, true, "ORACLE"))
            .reports(RoutineCheck.ORACLE_MODE, "package"),
        on("a package to MariaDB", ALL, EVERYTHING, routine(Kind.PACKAGE, true, "ORACLE"))
            .target(Server.FACET, server("MariaDB", "11.4.5-MariaDB"))
            .reports(RoutineCheck.NOT_MIGRATED),
        on("the target refuses it", ALL, EVERYTHING, UNSAFE)
            .target(Setting.FACET, LOGGING, STRICT)
            .reports(RoutineCheck.NOT_MIGRATED, RoutineCheck.NOT_LOG_SAFE),
        on("the target trusts", ALL, EVERYTHING, UNSAFE)
            .target(Setting.FACET, LOGGING, TRUSTING)
            .reports(RoutineCheck.NOT_MIGRATED),
        on("the target has no log", ALL, EVERYTHING, UNSAFE)
            .target(Setting.FACET, new Setting("log_bin", "OFF"), STRICT)
            .reports(RoutineCheck.NOT_MIGRATED),
        on("none is seen", ALL, "SELECT ON `shop`.*")
            .reports(RoutineCheck.HIDDEN, "GRANT SHOW_ROUTINE ON *.* TO `migrator`@`10.%`"),
        on("none is seen on 8.0.12", ALL, "SELECT ON `shop`.*")
            .source(Server.FACET, server("MySQL", "8.0.12"))
            .reports(RoutineCheck.HIDDEN, "GRANT EXECUTE ON `shop`.*"),
        on("none is seen on 5.7", ALL, "SELECT ON `shop`.*")
            .source(Server.FACET, server("MySQL", "5.7.22"))
            .reports(RoutineCheck.HIDDEN, "GRANT SELECT ON `mysql`.`proc`"),
        on("EXECUTE shows them", ALL, "EXECUTE ON `shop`.*").passes(),
        on("programs may not be read", ALL, EVERYTHING)
            .refused(Side.SOURCE, Program.FACET)
            .cannotTell(),
        CheckCase.given("no structure", Side.SOURCE, ALL.running(Phase.FULL).build())
            .doesNotApply());
  }

  private static CheckCase on(String name, Plans plan, String grant, Program... programs) {
    return sourceGrants(CheckCase.given(name, Side.SOURCE, plan.build()), grant)
        .source(Program.FACET, programs)
        .target(Server.FACET, SERVER)
        .target(Setting.FACET);
  }
}
