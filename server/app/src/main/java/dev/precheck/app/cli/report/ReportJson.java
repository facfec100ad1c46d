package dev.precheck.app.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a report as JSON. What the service's result has too is called as there; {@code findings}
 * is more, complete and exact.
 */
public final class ReportJson {

  private final Report report;
  private final RunTimes times;

  private ReportJson(Report report, RunTimes times) {
    this.report = report;
    this.times = times;
  }

  /** The whole report. */
  public static ObjectNode of(Report report, RunTimes times) {
    return new ReportJson(report, times).whole();
  }

  private ObjectNode whole() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    boolean bad = report.verdict() == Verdict.FAILED || report.verdict() == Verdict.UNDETERMINED;
    json.put("preCheckStatus", bad ? "FAILED" : "FINISHED");
    json.put("verdict", report.verdict().name());
    ObjectNode counts = json.putObject("verdictCounts");
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict.name().toLowerCase(Locale.ROOT), count(verdict));
    }
    json.put("startTime", times.started().toString());
    json.put("finishTime", times.finished().toString());
    ArrayNode items = json.putArray("preCheckResults");
    report.results().forEach(result -> items.add(item(result)));
    return json;
  }

  private long count(Verdict verdict) {
    return report.results().stream().filter(r -> r.outcome().verdict() == verdict).count();
  }

  private ObjectNode item(Report.Result result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    CheckType type = result.item().type();
    Outcome outcome = result.outcome();
    json.put("name", result.item().name());
    json.put("endpointType", side(result.item().side()));
    json.put("role", result.item().role() == Role.PRIMARY ? "MASTER" : "SLAVE");
    json.put("checkType", type.id());
    json.put("status", outcome.verdict().name());
    json.put("message", outcome.explanation().orElse(null));
    json.put("reasonCode", outcome.reason().map(Enum::name).orElse(null));
    json.put("blockedBy", outcome.blockedBy().orElse(null));
    json.put("skippable", type.skippable());
    json.put("skipConsequence", type.skipConsequence().orElse(null));
    json.put("removable", type.removable());
    Optional<Instant> start = times.start(result.item());
    Optional<Instant> end = times.end(result.item());
    json.put("startTime", start.map(Instant::toString).orElse(null));
    json.put("finishTime", end.map(Instant::toString).orElse(null));
    json.put("cost", start.flatMap(from -> end.map(to -> millis(from, to))).orElse(null));
    ArrayNode findings = json.putArray("findings");
    outcome.findings().forEach(finding -> findings.add(finding(finding)));
    return json;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", finding.problem().code());
    json.put("severity", finding.problem().severity().name());
    ObjectNode object = json.putObject("object");
    object.put("endpointType", side(finding.object().side()));
    object.put("kind", finding.object().kind().name());
    ArrayNode path = object.putArray("path");
    finding.object().path().forEach(path::add);
    json.put("message", finding.message());
    json.put("advice", finding.remedy());
    ArrayNode statements = json.putArray("fixStatements");
    finding.fixStatements().forEach(statements::add);
    return json;
  }

  private static String side(Side side) {
    return side == Side.SOURCE ? "SOURCE" : "DEST";
  }

  private static String millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() + " ms";
  }
}
