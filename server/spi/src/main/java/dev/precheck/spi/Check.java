package dev.precheck.spi;

import java.util.List;

/**
 * One check type: a stateless class that declares what it reads and judges what was read. It is
 * found through {@link java.util.ServiceLoader}.
 */
public interface Check {

  /** Everything there is to say about the check; the same constant at each call. */
  CheckType type();

  /**
   * Judges one side. A pure function of the context: no I/O, no clock, no state.
   *
   * @return what is wrong; empty if nothing is
   * @throws Exception if it cannot tell: the item ends undetermined
   */
  List<Finding> run(CheckContext context) throws Exception;
}
