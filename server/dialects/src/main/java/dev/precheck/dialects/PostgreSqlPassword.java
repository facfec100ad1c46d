package dev.precheck.dialects;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Gives pgjdbc, which knows it by name only, the password; but not in clear over a connection that
 * others can read, whatever the server asks for. Whoever has intervened would ask for just that.
 */
public final class PostgreSqlPassword implements AuthenticationPlugin {

  private final Properties properties;

  /** Called by the driver with the properties of the connection. */
  public PostgreSqlPassword(Properties properties) {
    this.properties = properties;
  }

  @Override
  public char @Nullable [] getPassword(AuthenticationRequestType type) throws PSQLException {
    if (type == AuthenticationRequestType.CLEARTEXT_PASSWORD
        && !MeteredSocket.last().isEncrypted()) {
      throw new PSQLException(
          "The server wants the password in clear, and the connection is not encrypted, so it was"
              + " not sent. Set the data source's TLS mode to REQUIRE or better, or have the"
              + " server's pg_hba.conf ask for scram-sha-256.",
          PSQLState.CONNECTION_REJECTED);
    }
    String password = PGProperty.PASSWORD.getOrDefault(properties);
    return password == null ? null : password.toCharArray();
  }
}
