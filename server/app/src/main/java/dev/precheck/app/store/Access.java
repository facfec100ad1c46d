package dev.precheck.app.store;

import dev.precheck.engine.TlsMode;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * How a database is reached and logged in to.
 *
 * @param engine id of the kind of server, for example {@code MYSQL}
 * @param host DNS name or address
 * @param port 1–65535
 * @param databaseName the database to connect to
 * @param userName the account
 * @param password sealed; empty where the account has none, or it is not stored
 * @param passwordReference where the password is kept that is not stored, {@code scheme:name}
 * @param tlsMode how the connection is secured
 * @param caCertificate the authorities to trust, PEM; empty for those the JVM trusts
 * @param client what is shown to a server that asks for a certificate
 */
public record Access(
    String engine,
    String host,
    int port,
    Optional<String> databaseName,
    String userName,
    Optional<String> password,
    Optional<String> passwordReference,
    TlsMode tlsMode,
    Optional<String> caCertificate,
    @Nested StoredClientCertificate client) {

  /** The same with these sealed secrets. */
  Access with(Optional<String> sealed, StoredClientCertificate certificate) {
    return new Access(
        engine,
        host,
        port,
        databaseName,
        userName,
        sealed,
        passwordReference,
        tlsMode,
        caCertificate,
        certificate);
  }

  /** Not even the sealed password is printed. */
  @Override
  public String toString() {
    return engine + " " + userName + "@" + host + ":" + port;
  }
}
