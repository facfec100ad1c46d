package dev.precheck.engine;

import java.util.Collection;

/** Sees each statement just before it goes to a server. */
interface Witness {

  /** Keeps nothing. */
  Witness NOBODY = (statement, parameters) -> {};

  /**
   * A statement is sent.
   *
   * @param parameters what is bound to its {@code ?}
   */
  void sending(String statement, Collection<String> parameters);
}
