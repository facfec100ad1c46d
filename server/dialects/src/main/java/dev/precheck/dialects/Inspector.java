package dev.precheck.dialects;

import java.io.IOException;

/** Sees what a server sends before a driver does. */
interface Inspector {

  /** Lets everything pass. */
  Inspector NOTHING = (bytes, from, length) -> {};

  /**
   * Some more has come.
   *
   * @throws IOException if the driver must not see it
   */
  void look(byte[] bytes, int from, int length) throws IOException;
}
