package dev.precheck.app.chaos;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run that a process is in the middle of, as the store has it.
 *
 * @param precheck its id
 * @param progress in percent, below 100
 * @param pid of the process
 */
record Held(String precheck, double progress, long pid) {

  /** What the queue has of runs that were taken up and have not ended. */
  static final String QUERY =
      "select p.id || ' ' || p.progress || ' ' || t.picked_by from scheduled_tasks t join precheck p"
          + " on t.task_instance = p.id || '/' || p.attempt where t.task_name = 'precheck-run' and"
          + " t.picked and p.claim = t.version and p.status = 'RUNNING' and p.progress < 100";

  /** Id, progress, and the node as HOST-PID-RANDOM, where the host may have hyphens. */
  private static final Pattern ROW = Pattern.compile("(\\S+) (\\S+) .*-(\\d+)-[^-]+");

  /** Reads a row. */
  static Held of(String row) {
    Matcher columns = ROW.matcher(row);
    if (!columns.matches()) {
      throw new IllegalArgumentException(row);
    }
    return new Held(
        columns.group(1), Double.parseDouble(columns.group(2)), Long.parseLong(columns.group(3)));
  }
}
