package dev.precheck.dialects;

import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import java.util.Set;

/**
 * What the error numbers of MySQL and MariaDB mean. Sources: MySQL's server error message reference
 * and MariaDB's error code page.
 */
final class MySqlErrors {

  /**
   * Wrong password, no password, this client's address unknown or blocked, account locked, password
   * expired, authentication method unknown to the client, the account's own limit of connections.
   */
  private static final Set<Integer> ACCOUNT =
      Set.of(1045, 1698, 1129, 1130, 3118, 4151, 1820, 1862, 1251, 2059, 1203, 1226);

  /** The account may not use the database, there is no such database. */
  private static final Set<Integer> DATABASE = Set.of(1044, 1049);

  /** The server takes encrypted connections only. */
  private static final Set<Integer> TLS_WANTED = Set.of(3159);

  /** Command, column, routine, privilege denied; a view's definer may not see its tables. */
  private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1227, 1356, 1370, 1449);

  /** Killed or interrupted, lock wait, MariaDB's and MySQL's statement deadline. */
  private static final Set<Integer> OUT_OF_TIME = Set.of(1317, 1205, 1969, 3024);

  private static final String NO_TLS = "ssl not enabled in the server";
  private static final String WRONG_NAME = "SSL hostname verification failed";

  private MySqlErrors() {}

  static Failure explain(SQLException failure) {
    if (saysSo(failure, NO_TLS)) {
      return new Failure(Stage.TLS, "", "The server does not offer TLS.");
    } else if (saysSo(failure, WRONG_NAME)) {
      String message = Failures.text(failure).replaceFirst("(?s).*failed : ", "");
      return new Failure(Stage.TLS, "", "The certificate is not for this host: " + message);
    }
    Optional<SQLException> said = fromServer(failure);
    return said.map(MySqlErrors::explainCode)
        .or(() -> Failures.beforeTheServer(failure))
        .orElseGet(() -> new Failure(Stage.TCP, "", message(failure)));
  }

  private static Failure explainCode(SQLException failure) {
    int code = failure.getErrorCode();
    return new Failure(stage(code), code + " (" + failure.getSQLState() + ")", message(failure));
  }

  private static Stage stage(int code) {
    if (ACCOUNT.contains(code)) {
      return Stage.AUTH;
    } else if (DATABASE.contains(code)) {
      return Stage.DATABASE;
    }
    return TLS_WANTED.contains(code) ? Stage.TLS : Stage.PROBE;
  }

  /** Whether an encrypted connection failed because the server offers none. */
  static boolean offersNoTls(SQLException failure) {
    return saysSo(failure, NO_TLS);
  }

  static boolean isDenied(SQLException failure) {
    return DENIED.contains(failure.getErrorCode());
  }

  static boolean isTimeout(SQLException failure) {
    return OUT_OF_TIME.contains(failure.getErrorCode())
        || Failures.chain(failure)
            .anyMatch(
                cause ->
                    cause instanceof SQLTimeoutException
                        || cause instanceof SocketTimeoutException);
  }

  private static boolean saysSo(SQLException failure, String words) {
    return failure.getErrorCode() <= 0 && Failures.text(failure).contains(words);
  }

  private static Optional<SQLException> fromServer(SQLException failure) {
    return Failures.chain(failure)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .filter(sql -> sql.getErrorCode() > 0)
        .findFirst();
  }

  /** The server's words, without the connection's number that the driver puts before them. */
  private static String message(SQLException failure) {
    return Failures.text(failure).replaceFirst("^\\(conn=-?\\d+\\) ", "");
  }
}
