package dev.precheck.dialects;

import dev.precheck.testkit.db.DialectContract;
import dev.precheck.testkit.db.TestDatabase;

final class MySql80IT extends DialectContract {
  MySql80IT() {
    super(TestDatabase.MYSQL_8_0);
  }
}
