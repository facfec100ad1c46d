package dev.precheck.dialects;

import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL's error codes mean. Source:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html.
 */
final class PostgreSqlErrors {

  /** No such database, no right to connect to it, it takes no connections. */
  private static final Set<String> DATABASE = Set.of("3D000", "42501", "55000");

  /** Cancelled, or out of statement_timeout; a lock was not had within lock_timeout. */
  private static final Set<String> OUT_OF_TIME = Set.of("57014", "55P03");

  private static final String DENIED = "42501";

  /** The driver names it, whatever the language, where the certificate is for another host. */
  private static final String NAME_VERIFIER = "PgjdbcHostnameVerifier";

  private static final String DRIVER_REFUSES = "08004";

  private PostgreSqlErrors() {}

  static Failure explain(SQLException failure) {
    return fromServer(failure)
        .map(PostgreSqlErrors::explainCode)
        .or(() -> Failures.beforeTheServer(failure))
        .orElseGet(() -> explainDriver(failure));
  }

  private static Failure explainCode(ServerErrorMessage error) {
    String code = String.valueOf(error.getSQLState());
    return new Failure(stage(code), code, message(error));
  }

  private static Stage stage(String code) {
    if (code.startsWith("28")) {
      return Stage.AUTH;
    }
    return DATABASE.contains(code) ? Stage.DATABASE : Stage.PROBE;
  }

  /** The driver gives up on its own; its words are in the language of the JVM. */
  private static Failure explainDriver(SQLException failure) {
    String text = Failures.text(failure);
    if (text.equals(GT.tr("The server does not support SSL."))) {
      return new Failure(Stage.TLS, "", "The server does not offer TLS.");
    } else if (text.contains(NAME_VERIFIER)) {
      return new Failure(Stage.TLS, "", "The server's certificate is not for this host.");
    }
    if (failure.getCause() instanceof IOException cause) {
      text = text + " " + Failures.text(cause);
    }
    boolean login = DRIVER_REFUSES.equals(failure.getSQLState());
    return new Failure(login ? Stage.AUTH : Stage.TCP, "", text);
  }

  private static String message(ServerErrorMessage error) {
    StringBuilder message = new StringBuilder(String.valueOf(error.getMessage()));
    Optional.ofNullable(error.getDetail()).ifPresent(detail -> message.append(": ").append(detail));
    Optional.ofNullable(error.getHint()).ifPresent(hint -> message.append(' ').append(hint));
    return message.toString();
  }

  private static Optional<ServerErrorMessage> fromServer(SQLException failure) {
    return Failures.chain(failure)
        .filter(PSQLException.class::isInstance)
        .map(PSQLException.class::cast)
        .flatMap(cause -> Optional.ofNullable(cause.getServerErrorMessage()).stream())
        .findFirst();
  }

  static boolean isDenied(SQLException failure) {
    return DENIED.equals(failure.getSQLState());
  }

  static boolean isTimeout(SQLException failure) {
    return OUT_OF_TIME.contains(String.valueOf(failure.getSQLState()))
        || Failures.chain(failure).anyMatch(SocketTimeoutException.class::isInstance);
  }
}
