package dev.precheck.checks.server;

import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.SettingRows.setting;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Upstream;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import java.util.List;

class SourceRoleCheckTest extends CheckCases {

  private static final Migration MYSQL = plan().build();

  SourceRoleCheckTest() {
    super(new SourceRoleCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        given("a primary", Side.SOURCE, MYSQL)
            .source(Upstream.FACET)
            .source(Setting.FACET, setting("log_slave_updates", "OFF"))
            .source(Server.FACET, server("MySQL", "8.0.12"))
            .passes(),
        replica(setting("log_slave_updates", "OFF"))
            .reports(SourceRoleCheck.HIDES_CHANGES, "log_slave_updates=ON"),
        replica(setting("log_slave_updates", "ON"))
            .reports(SourceRoleCheck.REPLICA, "source.example:3306 is a replica"),
        replica(setting("log_replica_updates", "ON"), setting("log_slave_updates", "ON"))
            .reports(SourceRoleCheck.REPLICA),
        replica(setting("log_replica_updates", "OFF"), setting("log_slave_updates", "OFF"))
            .reports(SourceRoleCheck.HIDES_CHANGES, "log_replica_updates is OFF"),
        replica().cannotTell(),
        node(setting("wsrep_on", "ON"), setting("log_slave_updates", "OFF"))
            .reports(SourceRoleCheck.HIDES_OTHERS, "log_slave_updates=ON"),
        node(setting("wsrep_on", "ON"), setting("log_slave_updates", "ON")).passes(),
        node(setting("wsrep_on", "OFF"), setting("log_slave_updates", "OFF")).passes(),
        replica(setting("wsrep_on", "ON"), setting("log_slave_updates", "OFF"))
            .reports(SourceRoleCheck.HIDES_OTHERS, SourceRoleCheck.HIDES_CHANGES),
        standby("15.6", "on").reports(SourceRoleCheck.STANDBY_TOO_OLD, "15.6"),
        standby("16.0", "off").reports(SourceRoleCheck.NO_FEEDBACK, "hot_standby_feedback = on"),
        standby("18.3", "on").reports(SourceRoleCheck.REPLICA),
        given("it is not seen", Side.SOURCE, MYSQL)
            .refused(Side.SOURCE, Upstream.FACET)
            .source(Setting.FACET)
            .source(Server.FACET, server("MySQL", "8.0.12"))
            .cannotTell(),
        given("rows only", Side.SOURCE, plan().running(Phase.FULL).build()).doesNotApply());
  }

  private static CheckCase node(Setting... settings) {
    return given("a server of MariaDB without a primary", Side.SOURCE, MYSQL)
        .source(Upstream.FACET)
        .source(Server.FACET, server("MariaDB", "11.4.5"))
        .source(Setting.FACET, settings);
  }

  private static CheckCase replica(Setting... settings) {
    return given("a replica", Side.SOURCE, MYSQL)
        .source(Upstream.FACET, new Upstream("relay-bin.000002"))
        .source(Server.FACET, server("MySQL", "8.0.12"))
        .source(Setting.FACET, settings);
  }

  private static CheckCase standby(String version, String feedback) {
    return given("a standby", Side.SOURCE, plan().from(DatabaseEngine.POSTGRESQL).build())
        .source(Upstream.FACET, new Upstream("recovery"))
        .source(Server.FACET, server("PostgreSQL", version))
        .source(Setting.FACET, setting("hot_standby_feedback", feedback));
  }
}
