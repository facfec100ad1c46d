package dev.precheck.engine;

import java.sql.SQLException;

/** A server's answer for which this process has no room, whatever it is. */
final class Unbearable extends SQLException {

  private static final long serialVersionUID = 1L;

  Unbearable(VirtualMachineError error) {
    super(
        "The server announces an answer for which there is no room ("
            + error.getClass().getSimpleName()
            + "), so the connection was closed. Look at what listens at that address; if it is the"
            + " database, and has so many objects, give Precheck more memory (-Xmx).",
        error);
  }
}
