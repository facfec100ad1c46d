package dev.precheck.dialects;

import dev.precheck.testkit.db.DialectContract;
import dev.precheck.testkit.db.TestDatabase;

final class MariaDb1011IT extends DialectContract {
  MariaDb1011IT() {
    super(TestDatabase.MARIADB_10_11);
  }
}
