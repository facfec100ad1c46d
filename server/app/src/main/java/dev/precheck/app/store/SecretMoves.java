package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.util.List;

/**
 * Keeps a stored password from being sent where it was not meant for: whoever may change a data
 * source but does not know its password could have it sent to a server of their own.
 */
final class SecretMoves {

  private SecretMoves() {}

  /**
   * Lets a change go on that names the password anew, or leads to the same server as safely.
   *
   * @throws ApiException if the password is missing
   */
  static void refuse(Access before, Access after, DataSourceChange change) {
    boolean kept = before.password().isPresent() || before.passwordReference().isPresent();
    boolean named = change.password().isPresent() || change.passwordReference().isPresent();
    if (kept && !named && leadsElsewhere(before, after)) {
      throw ApiException.violations(
              ErrorCode.PARAM_ERROR,
              List.of(
                  new Violation(
                      "/password",
                      "missing; the stored one is for another host or port, or for a connection that"
                          + " is better secured.")))
          .advice(
              "Send password or passwordReference with every change of host, port or caCertificate,"
                  + " or to a weaker tlsMode.");
    }
  }

  private static boolean leadsElsewhere(Access before, Access after) {
    return !after.host().equalsIgnoreCase(before.host())
        || after.port() != before.port()
        || after.tlsMode().compareTo(before.tlsMode()) < 0
        || !after.caCertificate().equals(before.caCertificate());
  }
}
