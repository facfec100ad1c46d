package dev.precheck.dialects.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Report;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import org.h2.tools.TriggerAdapter;
import org.junit.jupiter.api.Test;

/** What hangs on tables and stands beside them, on the database of the demo. */
class H2ObjectsIT {

  /** A trigger that does nothing. */
  public static final class Idle extends TriggerAdapter {
    @Override
    public void fire(Connection connection, ResultSet before, ResultSet after) {}
  }

  @Test
  void foreignKeysTriggersAndViewsAreJudged() {
    String trigger =
        "CREATE TRIGGER \"t'r\" BEFORE INSERT ON parent FOR EACH ROW CALL '%s'"
            .formatted(Idle.class.getName());
    String parent = "CREATE TABLE parent (id INT PRIMARY KEY)";
    ObjectStage stage =
        ObjectStage.within(TestDatabase.H2)
            .onSource(
                parent,
                trigger,
                "CREATE TABLE child (id INT PRIMARY KEY, p INT, CONSTRAINT fk FOREIGN KEY (p)"
                    + " REFERENCES parent (id))",
                "CREATE VIEW v AS SELECT p.id FROM parent p, child c")
            .onTarget(parent, trigger);

    Report report = stage.check(stage.allBut());
    assertThat(stage.onSource(report, "RDB_TRIGGER_SOURCE"))
        .isEqualTo("PASSED TRIGGER_NOT_MIGRATED(PARENT.t'r)");
    assertThat(stage.onTarget(report, "RDB_TRIGGER_TARGET"))
        .isEqualTo("FAILED TRIGGER_FIRES_ON_TARGET(PARENT.t'r)");
    assertThat(stage.onSource(stage.check(stage.allBut("PARENT")), "RDB_FK_PARENT_IN_SCOPE"))
        .isEqualTo("WARNING PARENT_TABLE_NOT_MIGRATED(CHILD.FK)");
    assertThat(stage.onSource(stage.check(stage.allBut("CHILD")), "RDB_VIEW_DEPENDENCY"))
        .isEqualTo("FAILED DEPENDENCY_MISSING(V)");

    stage.fix(report, "RDB_TRIGGER_TARGET", Side.TARGET);
    assertThat(stage.onTarget(stage.check(stage.allBut()), "RDB_TRIGGER_TARGET"))
        .isEqualTo("PASSED");
  }
}
