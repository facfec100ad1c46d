package dev.precheck.dialects;

import dev.precheck.testkit.db.DialectContract;
import dev.precheck.testkit.db.TestDatabase;

final class MySql57IT extends DialectContract {
  MySql57IT() {
    super(TestDatabase.MYSQL_5_7);
  }
}
