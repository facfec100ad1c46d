package dev.precheck.dialects;

import dev.precheck.engine.network.AnswerRefused;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What the network, rather than the server, says of a failed connection. */
final class Failures {

  private static final int CHAIN = 10;

  private Failures() {}

  /** How far an attempt got that failed before the server could say why; empty if it did say. */
  static Optional<Failure> beforeTheServer(SQLException failure) {
    if (failure instanceof Refusal refusal) {
      return Optional.of(new Failure(refusal.stage(), "", text(refusal)));
    }
    return chain(failure)
        .filter(AnswerRefused.class::isInstance)
        .findFirst()
        .flatMap(cause -> failure(Stage.TCP, text(cause)))
        .or(() -> chain(failure).flatMap(cause -> ofNetwork(cause).stream()).findFirst());
  }

  private static Optional<Failure> ofNetwork(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return failure(Stage.DNS, "The host name has no address: " + text(cause));
    } else if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
      return failure(Stage.TLS, text(cause));
    } else if (cause instanceof LoginTooSlow) {
      return failure(Stage.TCP, text(cause));
    } else if (cause instanceof SocketTimeoutException && text(cause).startsWith("Read")) {
      return failure(
          Stage.TCP,
          "The address accepts connections, but nothing answered in time. Is it the port of a"
              + " database, and is no proxy in between without a server behind it?");
    } else if (cause instanceof SocketTimeoutException) {
      return failure(
          Stage.TCP,
          "Nothing answered in time: the address is wrong, the host is down, or a firewall drops"
              + " the packets.");
    } else if (cause instanceof SocketException) {
      return failure(Stage.TCP, text(cause));
    } else if (cause instanceof EOFException) {
      return failure(
          Stage.TCP,
          "The connection was closed before the login was complete. Is it the port of a database,"
              + " and may this client connect to it?");
    }
    return Optional.empty();
  }

  private static Optional<Failure> failure(Stage stage, String message) {
    return Optional.of(new Failure(stage, "", message));
  }

  /** The exception, what caused it, what caused that … */
  static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(CHAIN);
  }

  /** The message in one line. */
  static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
