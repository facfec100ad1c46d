package dev.precheck.dialects;

import dev.precheck.testkit.db.DialectContract;
import dev.precheck.testkit.db.TestDatabase;

final class H2IT extends DialectContract {
  H2IT() {
    super(TestDatabase.H2);
  }
}
