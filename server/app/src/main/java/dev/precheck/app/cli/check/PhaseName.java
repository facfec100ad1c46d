package dev.precheck.app.cli.check;

import dev.precheck.spi.Phase;

/** A phase in one short word. */
public enum PhaseName {
  struct(Phase.STRUCTURE),
  full(Phase.FULL),
  verify(Phase.VERIFY),
  incr(Phase.INCREMENTAL),
  reverse(Phase.REVERSE);

  private final Phase phase;

  PhaseName(Phase phase) {
    this.phase = phase;
  }

  public Phase phase() {
    return phase;
  }
}
