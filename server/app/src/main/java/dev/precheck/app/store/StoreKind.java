package dev.precheck.app.store;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;

/** The database that the service keeps its own things in. */
public enum StoreKind {
  /** A file of this process alone. */
  H2,
  /** A server that any number of nodes share. */
  POSTGRESQL;

  JdbcCustomization queueDialect() {
    return switch (this) {
      case H2 -> new DefaultJdbcCustomization(false);
      case POSTGRESQL -> new PostgreSqlJdbcCustomization(false, false);
    };
  }
}
