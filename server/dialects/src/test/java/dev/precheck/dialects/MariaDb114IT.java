package dev.precheck.dialects;

import dev.precheck.testkit.db.DialectContract;
import dev.precheck.testkit.db.TestDatabase;

final class MariaDb114IT extends DialectContract {
  MariaDb114IT() {
    super(TestDatabase.MARIADB_11_4);
  }
}
