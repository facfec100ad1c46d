package dev.precheck.app.chaos;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a scenario took, for whoever runs the long version. */
final class Figures {

  private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

  private final String scenario;
  private final long begun = System.nanoTime();

  Figures(String scenario) {
    this.scenario = scenario;
  }

  /**
   * Once it is held that none is lost or doubled.
   *
   * @param takeOvers how often a run was gone on with that had been left unfinished
   */
  void print(int prechecks, int kills, int takeOvers) {
    LOG.info(
        "{}: {} prechecks, {} kills, {} take-overs, {} s; lost 0, doubled 0",
        scenario,
        prechecks,
        kills,
        takeOvers,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
  }
}
