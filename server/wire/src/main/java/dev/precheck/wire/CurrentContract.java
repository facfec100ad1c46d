package dev.precheck.wire;

/** The contract that is in force; a server may exchange it while it runs. */
public interface CurrentContract {

  /** The one that a call which begins now is judged by. */
  Contract contract();
}
