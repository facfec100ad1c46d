package dev.precheck.bench;

import java.io.IOException;

/** A way of running many prechecks in this process. */
interface Way extends AutoCloseable {

  /** How many run at a time, whichever way. */
  int AT_A_TIME = 8;

  /** What the table calls it. */
  String name();

  /** Runs so many and says how long it took, from the first submission to the last end. */
  double seconds(int count) throws IOException, InterruptedException;

  @Override
  void close();
}
