package dev.precheck.dialects;

import dev.precheck.testkit.db.DialectContract;
import dev.precheck.testkit.db.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "PRECHECK_MYSQL_9_7_HOME", matches = ".+")
final class MySql97IT extends DialectContract {
  MySql97IT() {
    super(TestDatabase.MYSQL_9_7);
  }
}
