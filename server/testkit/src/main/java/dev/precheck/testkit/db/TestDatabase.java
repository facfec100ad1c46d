package dev.precheck.testkit.db;

import dev.precheck.spi.DatabaseEngine;
import java.util.Optional;

/** The databases that tests run against. */
public enum TestDatabase {
  POSTGRESQL_14(Flavour.POSTGRESQL),
  POSTGRESQL_18(Flavour.POSTGRESQL),
  MYSQL_5_7(Flavour.MYSQL),
  MYSQL_8_0(Flavour.MYSQL),
  MARIADB_10_11(Flavour.MARIADB),
  MARIADB_11_4(Flavour.MARIADB),
  /** In memory, in this JVM. */
  H2(Flavour.H2);

  private final Flavour flavour;

  TestDatabase(Flavour flavour) {
    this.flavour = flavour;
  }

  public DatabaseEngine engine() {
    return flavour.engine();
  }

  /** The Maven coordinates of the server; empty for H2, which is a library. */
  public Optional<String> artifact() {
    return software().map(software -> software.artifact().coordinates());
  }

  /**
   * The running server; the first call starts it, and it ends with the JVM.
   *
   * @throws org.opentest4j.TestAbortedException if it cannot run on this machine; with {@code
   *     CI=true} an {@link AssertionError} instead
   */
  public RunningDatabase start() {
    return Launch.of(this).running();
  }

  Flavour flavour() {
    return flavour;
  }

  Optional<ServerSoftware> software() {
    return switch (this) {
      case POSTGRESQL_14 -> Optional.of(new PostgreSqlSoftware("14.22.0", false));
      case POSTGRESQL_18 -> Optional.of(new PostgreSqlSoftware("18.3.0", true));
      case MYSQL_5_7 -> Optional.of(new MySqlSoftware("5.7.22-1", false));
      case MYSQL_8_0 -> Optional.of(new MySqlSoftware("8.0.12-5", true, "--mysqlx=OFF"));
      case MARIADB_10_11 -> Optional.of(new MariaDbSoftware("10.11.5"));
      case MARIADB_11_4 -> Optional.of(new MariaDbSoftware("11.4.5"));
      case H2 -> Optional.empty();
    };
  }
}
