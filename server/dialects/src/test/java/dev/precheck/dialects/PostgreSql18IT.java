package dev.precheck.dialects;

import dev.precheck.testkit.db.DialectContract;
import dev.precheck.testkit.db.TestDatabase;

final class PostgreSql18IT extends DialectContract {
  PostgreSql18IT() {
    super(TestDatabase.POSTGRESQL_18);
  }
}
