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

  void print(int prechecks) {
    LOG.info(
        "{}: {} prechecks, all ended and as undisturbed, in {} s",
        scenario,
        prechecks,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
  }
}
