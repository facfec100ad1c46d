package dev.precheck.app.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.app.cli.report.ReportView.ItemView;
import dev.precheck.app.cli.report.ReportView.ProblemView;
import dev.precheck.app.cli.report.ReportView.ServerView;
import dev.precheck.engine.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a view of what the service answers to GetPreCheckResult. */
public final class ServiceReport {

  private ServiceReport() {}

  /**
   * The view.
   *
   * @param result the {@code data} of the answer, with the members that the contract says
   */
  public static ReportView view(JsonNode result) {
    Map<String, List<ItemView>> items = new LinkedHashMap<>();
    for (JsonNode item : result.path("preCheckResults")) {
      items.computeIfAbsent(server(item), s -> new ArrayList<>()).add(item(item));
    }
    List<ServerView> servers = new ArrayList<>();
    items.forEach((server, its) -> servers.add(new ServerView(server, Optional.empty(), its)));
    return new ReportView(servers, took(result), text(result, "errorDetail"));
  }

  private static Optional<Duration> took(JsonNode result) {
    Optional<Instant> start = text(result, "startTime").map(Instant::parse);
    Optional<Instant> end = text(result, "finishTime").map(Instant::parse);
    return start.flatMap(from -> end.map(to -> Duration.between(from, to)));
  }

  private static String server(JsonNode item) {
    boolean source = item.path("endpointType").asText().equals("SOURCE");
    boolean standby = item.path("role").asText().equals("SLAVE");
    return (source ? "Source" : "Target") + (standby ? ", standby database" : ", primary database");
  }

  private static ItemView item(JsonNode item) {
    boolean found = item.path("findingCount").asInt() > 0;
    return new ItemView(
        title(item.path("name").asText()),
        item.path("checkType").asText(),
        verdict(item.path("status").asText()),
        found ? List.of(problem(item)) : List.of(),
        found ? Optional.empty() : explanation(item),
        text(item, "skipConsequence"));
  }

  /** {@code Primary key} of {@code Source-Primary database-Primary key check}. */
  private static String title(String name) {
    String[] parts = name.split("-", 3);
    return parts[parts.length - 1].replaceFirst(" check$", "");
  }

  private static Optional<String> explanation(JsonNode item) {
    return text(item, "blockedBy").map(ItemView::waitsFor).or(() -> text(item, "message"));
  }

  private static ProblemView problem(JsonNode item) {
    List<String> statements = new ArrayList<>();
    item.path("fixStatements").forEach(statement -> statements.add(statement.asText()));
    return new ProblemView(
        "",
        text(item, "message").orElse(""),
        List.of(),
        text(item, "advice").orElse(""),
        statements,
        item.path("fixStatementCount").asInt());
  }

  /** What has not ended in a precheck that has is not known. */
  private static Verdict verdict(String status) {
    return switch (status) {
      case "PASSED" -> Verdict.PASSED;
      case "WARNING" -> Verdict.WARNING;
      case "FAILED" -> Verdict.FAILED;
      case "SKIPPED" -> Verdict.SKIPPED;
      default -> Verdict.UNDETERMINED;
    };
  }

  private static Optional<String> text(JsonNode node, String member) {
    return Optional.ofNullable(node.path(member).textValue());
  }
}
