package dev.precheck.engine;

import dev.precheck.engine.network.AnswerRefused;
import dev.precheck.spi.ConnectionAttempt.Failure;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * What servers and drivers say, fit to be told: without the password, and no longer than a page.
 */
final class Said {

  /** Characters. Servers send up to 16 MB in an error. */
  private static final int MOST = 2_000;

  private static final int CHAIN = 10;

  private Said() {}

  static Failure of(Failure failure, ConnectionSpec spec) {
    return new Failure(failure.stage(), failure.vendorCode(), fit(failure.message(), spec));
  }

  /** The driver's words, or ours where it is we who had enough: drivers do not repeat those. */
  static String of(SQLException failure, ConnectionSpec spec) {
    String text =
        Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .limit(CHAIN)
            .filter(AnswerRefused.class::isInstance)
            .findFirst()
            .orElse(failure)
            .getMessage();
    return fit(String.valueOf(text), spec);
  }

  /** The password goes first, for half of one would not be found. */
  private static String fit(String text, ConnectionSpec spec) {
    return Cut.counted(spec.redact(text), MOST);
  }
}
