package dev.precheck.dialects;

import java.net.SocketTimeoutException;

/** A server sends something now and then, but its login does not end. */
final class LoginTooSlow extends SocketTimeoutException {

  private static final long serialVersionUID = 1L;

  LoginTooSlow() {
    super(
        "The server sends so slowly that the login did not end in time. Look at what listens at that"
            + " address, and at the way there; or raise the connect deadline.");
  }
}
