package dev.precheck.bench;

import java.util.List;

/**
 * What was measured of many prechecks.
 *
 * @param where what ran them
 * @param count how many were submitted at once
 * @param seconds until the last of these had ended
 * @param quiet milliseconds from a submission to its first item, where nothing else ran
 * @param busy the same for those that were submitted at once, which wait for each other
 */
record Waits(String where, int count, double seconds, List<Long> quiet, List<Long> busy) {

  /** How many prechecks are submitted one after the other. */
  static final int QUIET = 50;

  static final String HEAD =
      "| where | seconds | prechecks a second | submit to first item, one at a time: median | slowest"
          + " | all at once: median |\n| --- | ---: | ---: | ---: | ---: | ---: |";

  String row() {
    return "| %s | %.1f | %.1f | %d ms | %d ms | %d ms |"
        .formatted(
            where,
            seconds,
            count / seconds,
            median(quiet),
            quiet.stream().mapToLong(Long::longValue).max().orElseThrow(),
            median(busy));
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
