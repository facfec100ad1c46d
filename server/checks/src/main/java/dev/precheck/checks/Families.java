package dev.precheck.checks;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Migration;
import dev.precheck.spi.When;
import java.util.Set;

/** The families of databases that several checks tell apart. */
public final class Families {

  private static final String MYSQL = "mysql";
  private static final String POSTGRESQL = "postgresql";

  private Families() {}

  public static boolean isMySql(DatabaseEngine engine) {
    return engine.family().equals(MYSQL);
  }

  public static boolean isPostgreSql(DatabaseEngine engine) {
    return engine.family().equals(POSTGRESQL);
  }

  /** Whether two databases share catalogue views and the SQL of their objects. */
  public static boolean areOne(DatabaseEngine one, DatabaseEngine other) {
    return one.family().equals(other.family());
  }

  /** The same of a plan's source and target. */
  public static boolean areOne(Migration migration) {
    return areOne(migration.source().engine(), migration.target().engine());
  }

  /** Of those plans, those that leave MySQL or MariaDB for PostgreSQL. */
  public static When fromMySqlToPostgreSql(When when) {
    return when.and(
        "from MySQL or MariaDB to PostgreSQL",
        plan -> isMySql(plan.source().engine()) && isPostgreSql(plan.target().engine()));
  }

  /** Of those plans, those whose source and target are both of a family that is known here. */
  public static When known(When when) {
    Set<String> families = Set.of(MYSQL, POSTGRESQL);
    return when.and(
        "between MySQL, MariaDB and PostgreSQL",
        plan ->
            families.contains(plan.source().engine().family())
                && families.contains(plan.target().engine().family()));
  }
}
