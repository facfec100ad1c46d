package dev.precheck.engine;

import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.spi.Endpoint;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt to connect, as evidence: who went where how, and who answered. */
final class Login {

  private static final List<String> COLUMNS =
      List.of(
          "address", "database", "user", "tlsMode", "driver", "product", "failedAt", "vendorCode");

  private Login() {}

  /** One row; what is not known is empty. Asks the server nothing. */
  static Sample sample(ConnectionSpec spec, Connector.Result result) {
    Endpoint endpoint = spec.endpoint();
    Optional<Failure> failure = result.attempt().failure();
    return Sample.ofRow(
        COLUMNS,
        endpoint.address(),
        endpoint.database().orElse(""),
        endpoint.user(),
        spec.tls().name(),
        told(result.connection(), data -> data.getDriverName() + " " + data.getDriverVersion()),
        spec.redact(
            told(
                result.connection(),
                data -> data.getDatabaseProductName() + " " + data.getDatabaseProductVersion())),
        failure.map(Failure::stage).map(Stage::name).orElse(""),
        failure.map(Failure::vendorCode).orElse(""));
  }

  /** What the driver knows since the login. */
  private static String told(@Nullable Connection connection, Question question) {
    try {
      return connection == null ? "" : question.ask(connection.getMetaData());
    } catch (SQLException e) {
      // The connection has broken since; the next statement says so.
      return "";
    }
  }

  /** Something that a driver answers by itself. */
  private interface Question {
    String ask(DatabaseMetaData data) throws SQLException;
  }
}
