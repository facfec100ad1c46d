package dev.precheck.stub.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.stub.contract.Document;
import dev.precheck.stub.contract.Operation;
import dev.precheck.wire.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The scenarios, made of one version of the contract; each at its first use. */
public final class Scenarios {

  /** The one of plans that choose none. */
  static final String USUAL = "all-pass";

  private static final List<String> NAMES =
      List.of(USUAL, "source-unreachable", "privileges-missing", "slow", "many-findings");

  private final Document document;
  private final ScenarioReader reader;
  private final Map<String, Scenario> known = new ConcurrentHashMap<>();

  public Scenarios(Document document) {
    this.document = document;
    reader = new ScenarioReader(document);
  }

  /** The names, in the order in which they are told. */
  public static List<String> names() {
    return NAMES;
  }

  /** The scenario of this name; empty if there is none. */
  public Optional<Scenario> named(String name) {
    return NAMES.contains(name)
        ? Optional.of(known.computeIfAbsent(name, reader::read))
        : Optional.empty();
  }

  /** The scenario of plans that choose none. */
  public Scenario usual() {
    return named(USUAL).orElseThrow();
  }

  /** What about the scenarios does not fit this contract; empty if all is well. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    Operation result = document.operation("GetPreCheckResult").orElse(null);
    Operation list = document.operation("ListPreCheckFindings").orElse(null);
    if (result == null || list == null || document.operation("SubmitPreCheck").isEmpty()) {
      return List.of(
          "SubmitPreCheck, GetPreCheckResult or ListPreCheckFindings is missing, which the"
              + " scenarios play.");
    }
    for (String name : NAMES) {
      Scenario scenario = named(name).orElseThrow();
      int number = 0;
      for (JsonNode step : scenario.steps()) {
        number++;
        note(faults, name + ", step " + number, result, step);
      }
      note(
          faults,
          name + ", findings",
          list,
          new FindingPages(list).page(scenario, list.usual().value()));
    }
    return faults;
  }

  private void note(List<String> faults, String where, Operation operation, JsonNode envelope) {
    for (Violation fault :
        document.faults(operation, 200, operation.usual().mediaType(), envelope)) {
      faults.add("scenario " + where + ", " + operation.action() + ": " + fault.text());
    }
  }
}
