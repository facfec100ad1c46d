package dev.precheck.testkit.db;

import dev.precheck.spi.DatabaseEngine;
import java.util.Optional;

/** The databases that tests run against. */
public enum TestDatabase {
  POSTGRESQL_14(Flavour.POSTGRESQL),
  POSTGRESQL_18(Flavour.POSTGRESQL),
  MYSQL_5_7(Flavour.MYSQL),
  MYSQL_8_0(Flavour.MYSQL),
  /** Only where {@code PRECHECK_MYSQL_9_7_HOME} names a binary distribution of it. */
  MYSQL_9_7(Flavour.MYSQL),
  MARIADB_10_11(Flavour.MARIADB),
  MARIADB_11_4(Flavour.MARIADB),
  /** In memory, in this JVM. */
  H2(Flavour.H2);

  private static final MySqlHome NEWEST_MYSQL = new MySqlHome("9.7");

  private final Flavour flavour;

  TestDatabase(Flavour flavour) {
    this.flavour = flavour;
  }

  public DatabaseEngine engine() {
    return flavour.engine();
  }

  /** Whether it can be had here: all but those that somebody has to name a directory for. */
  public boolean isProvided() {
    return this != MYSQL_9_7 || NEWEST_MYSQL.isNamed();
  }

  /**
   * The running server; the first call starts it, and it ends with the JVM.
   *
   * @throws org.opentest4j.TestAbortedException if it cannot run on this machine; with {@code
   *     CI=true} an {@link AssertionError} instead
   */
  public RunningDatabase start() {
    return Launch.of(this, ServerVariant.NONE).running();
  }

  /** Another one beside it that differs; likewise started once and shared. */
  public RunningDatabase start(ServerVariant variant) {
    return Launch.of(this, variant).running();
  }

  Flavour flavour() {
    return flavour;
  }

  Optional<ServerSoftware> software() {
    return switch (this) {
      case POSTGRESQL_14 -> Optional.of(new PostgreSqlSoftware("14.22.0", false));
      case POSTGRESQL_18 -> Optional.of(new PostgreSqlSoftware("18.3.0", true));
      case MYSQL_5_7 -> Optional.of(new MySqlSoftware(new MySqlArchive("5.7.22-1"), false));
      case MYSQL_8_0 ->
          Optional.of(new MySqlSoftware(new MySqlArchive("8.0.12-5"), true, "--mysqlx=OFF"));
      case MYSQL_9_7 ->
          Optional.of(
              new MySqlSoftware(NEWEST_MYSQL, true, "--mysqlx=OFF", "--secure-file-priv=NULL"));
      case MARIADB_10_11 -> Optional.of(new MariaDbSoftware("10.11.5"));
      case MARIADB_11_4 -> Optional.of(new MariaDbSoftware("11.4.5"));
      case H2 -> Optional.empty();
    };
  }
}
