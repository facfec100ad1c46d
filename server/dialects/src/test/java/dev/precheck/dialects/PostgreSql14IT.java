package dev.precheck.dialects;

import dev.precheck.testkit.db.DialectContract;
import dev.precheck.testkit.db.TestDatabase;

final class PostgreSql14IT extends DialectContract {
  PostgreSql14IT() {
    super(TestDatabase.POSTGRESQL_14);
  }
}
