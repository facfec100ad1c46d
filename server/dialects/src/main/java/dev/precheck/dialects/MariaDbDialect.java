package dev.precheck.dialects;

import com.google.auto.service.AutoService;
import dev.precheck.engine.Dialect;
import dev.precheck.spi.DatabaseEngine;

/** MariaDB 10.6 and newer. Its SQL is MySQL's, where it has none of its own. */
@AutoService(Dialect.class)
public final class MariaDbDialect extends MySqlFamilyDialect {

  public MariaDbDialect() {
    super(DatabaseEngine.MARIADB, "mariadb", "mysql");
  }
}
