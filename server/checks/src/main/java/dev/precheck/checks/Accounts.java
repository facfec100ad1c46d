package dev.precheck.checks;

import dev.precheck.spi.DatabaseEngine;

/** Names of accounts as they stand in statements. */
public final class Accounts {

  private Accounts() {}

  /** A user, and in MySQL and MariaDB the host that belongs to it. */
  public static String quoted(DatabaseEngine engine, String user, String host) {
    return host.isEmpty() ? engine.quoted(user) : engine.quoted(user) + "@" + engine.quoted(host);
  }
}
