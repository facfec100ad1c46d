package dev.precheck.app.cli.report;

import dev.precheck.engine.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An outcome to be shown.
 *
 * @param servers what was found on each, in the order of the plan
 * @param took how long it took; empty if nobody knows
 * @param broken why the run itself broke; empty if it did not
 */
public record ReportView(
    List<ServerView> servers, Optional<Duration> took, Optional<String> broken) {

  /**
   * One server with its items.
   *
   * @param name who it is, for example {@code Source, primary database}
   * @param address what and where it is; empty if the one who asks does not know
   */
  public record ServerView(String name, Optional<String> address, List<ItemView> items) {
    public ServerView {
      items = List.copyOf(items);
    }
  }

  /**
   * One item.
   *
   * @param title what was checked
   * @param check the check's id
   * @param verdict how it ended
   * @param problems what was found, gravest first
   * @param explanation why it was skipped or could not be checked
   * @param consequence what skipping it would cost; empty where it may not be skipped
   */
  public record ItemView(
      String title,
      String check,
      Verdict verdict,
      List<ProblemView> problems,
      Optional<String> explanation,
      Optional<String> consequence) {
    public ItemView {
      problems = List.copyOf(problems);
    }

    /** The explanation of an item that another one blocks. */
    static String waitsFor(String blockingItem) {
      return "Waits for: " + blockingItem + ".";
    }
  }

  /**
   * One problem with all the objects that have it.
   *
   * @param grade a word in front where it weighs less than its item's verdict, else empty
   * @param message what is wrong, about the first object
   * @param others the other objects of which the same is true
   * @param remedy what to do
   * @param fixStatements statements that would mend it, the first ones or all
   * @param fixStatementCount how many there are
   */
  public record ProblemView(
      String grade,
      String message,
      List<String> others,
      String remedy,
      List<String> fixStatements,
      int fixStatementCount) {
    public ProblemView {
      others = List.copyOf(others);
      fixStatements = List.copyOf(fixStatements);
    }
  }

  public ReportView {
    servers = List.copyOf(servers);
  }

  /** How many items ended how; verdicts that no item has are zero. */
  public Map<Verdict, Long> counts() {
    return Arrays.stream(Verdict.values())
        .collect(Collectors.toMap(Function.identity(), this::count));
  }

  /** The worst verdict, and never passed if the run broke. */
  public Verdict verdict() {
    if (count(Verdict.FAILED) > 0) {
      return Verdict.FAILED;
    }
    if (broken.isPresent() || count(Verdict.UNDETERMINED) > 0) {
      return Verdict.UNDETERMINED;
    }
    return count(Verdict.WARNING) > 0 ? Verdict.WARNING : Verdict.PASSED;
  }

  private long count(Verdict verdict) {
    return servers.stream()
        .flatMap(server -> server.items().stream())
        .filter(item -> item.verdict() == verdict)
        .count();
  }
}
