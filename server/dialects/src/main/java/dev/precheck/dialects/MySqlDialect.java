package dev.precheck.dialects;

import com.google.auto.service.AutoService;
import dev.precheck.engine.Dialect;
import dev.precheck.spi.DatabaseEngine;

/** MySQL 5.7 and newer, and what speaks like it. */
@AutoService(Dialect.class)
public final class MySqlDialect extends MySqlFamilyDialect {

  public MySqlDialect() {
    super(DatabaseEngine.MYSQL, "mysql");
  }
}
