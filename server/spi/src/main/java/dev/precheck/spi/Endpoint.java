package dev.precheck.spi;

import java.util.Optional;

/**
 * What a check may know of a database before anything is read. It carries no secret.
 *
 * @param engine the kind of server
 * @param host DNS name or address
 * @param port 1–65535
 * @param database the database to connect to; for PostgreSQL the one that is migrated
 * @param user the account of the migration
 */
public record Endpoint(
    DatabaseEngine engine, String host, int port, Optional<String> database, String user) {

  /** {@code host:port}, an IPv6 literal in brackets. */
  public String address() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
