package dev.precheck.app.cli.report;

import dev.precheck.app.cli.report.ReportView.ItemView;
import dev.precheck.app.cli.report.ReportView.ProblemView;
import dev.precheck.app.cli.report.ReportView.ServerView;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Place;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a view of what the engine reports. */
public final class EngineReport {

  private EngineReport() {}

  public static ReportView view(Report report, Map<Place, Endpoint> endpoints, Duration took) {
    Map<Place, List<ItemView>> items = new LinkedHashMap<>();
    for (Report.Result result : report.results()) {
      Place place = new Place(result.item().side(), result.item().role());
      items.computeIfAbsent(place, p -> new ArrayList<>()).add(item(result));
    }
    List<ServerView> servers = new ArrayList<>();
    items.forEach((place, its) -> servers.add(server(place, endpoints, its)));
    return new ReportView(servers, Optional.of(took), Optional.empty());
  }

  private static ServerView server(
      Place place, Map<Place, Endpoint> endpoints, List<ItemView> items) {
    Optional<String> address =
        Optional.ofNullable(endpoints.get(place)).map(EngineReport::described);
    String name = place.side().label() + ", " + place.role().label().toLowerCase(Locale.ROOT);
    return new ServerView(name, address, items);
  }

  /** For example {@code MySQL, migrator@db1:3306/shop}. */
  public static String described(Endpoint endpoint) {
    String database = endpoint.database().map(name -> "/" + name).orElse("");
    return endpoint.engine().label() + ", " + endpoint.user() + "@" + endpoint.address() + database;
  }

  private static ItemView item(Report.Result result) {
    Outcome outcome = result.outcome();
    return new ItemView(
        result.item().type().title(),
        result.item().type().id(),
        outcome.verdict(),
        problems(outcome),
        explanation(outcome),
        result.item().type().skipConsequence());
  }

  /** Why an item is blocked is told by the item that blocks it, once. */
  private static Optional<String> explanation(Outcome outcome) {
    return outcome.blockedBy().map(ItemView::waitsFor).or(outcome::explanation);
  }

  /** What a problem says but for the object's name. */
  private record Statement(Problem problem, Map<String, String> arguments) {

    static Statement of(Finding finding) {
      String object = finding.object().toString();
      return new Statement(
          finding.problem(),
          finding.arguments().entrySet().stream()
              .filter(argument -> !argument.getValue().equals(object))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
  }

  private static List<ProblemView> problems(Outcome outcome) {
    Map<Statement, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : outcome.findings()) {
      alike.computeIfAbsent(Statement.of(finding), k -> new ArrayList<>()).add(finding);
    }
    return alike.values().stream().map(group -> problem(group, outcome.verdict())).toList();
  }

  private static ProblemView problem(List<Finding> alike, Verdict verdict) {
    Finding first = alike.get(0);
    List<String> fixes = alike.stream().flatMap(f -> f.fixStatements().stream()).toList();
    return new ProblemView(
        grade(first.problem().severity(), verdict),
        first.message(),
        alike.stream().skip(1).map(finding -> finding.object().toString()).toList(),
        first.remedy(),
        fixes,
        fixes.size());
  }

  private static String grade(Severity severity, Verdict verdict) {
    return switch (severity) {
      case NOTICE -> "Note: ";
      case WARNING -> verdict == Verdict.WARNING ? "" : "Warning: ";
      case UNKNOWN -> verdict == Verdict.UNDETERMINED ? "" : "Unknown: ";
      case ERROR -> "";
    };
  }
}
