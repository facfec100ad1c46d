package dev.precheck.stub.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.stub.contract.Example;
import dev.precheck.stub.contract.Operation;
import dev.precheck.stub.story.Scenario;
import dev.precheck.stub.story.Scenarios;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the example or the scenario that preferences ask for, or says what there is instead. */
final class Choice {

  private final Preferences preferences;
  private final Operation operation;

  Choice(Preferences preferences, Operation operation) {
    this.preferences = preferences;
    this.operation = operation;
  }

  /** Of a code the first example or the named one; without a code, the named one of any status. */
  Example example() {
    Optional<String> name = preferences.text("example");
    if (preferences.code().isEmpty()) {
      return name.map(this::named).orElseGet(operation::usual);
    }
    int code = (int) preferences.code().getAsLong();
    List<Example> examples = operation.answers().getOrDefault(code, List.of());
    if (examples.isEmpty()) {
      throw preferences.unmet(
          "code", operation.action() + " has examples of the statuses " + statuses() + ".");
    }
    return name.isEmpty()
        ? examples.get(0)
        : operation
            .example(code, name.get())
            .orElseThrow(
                () ->
                    preferences.unmet(
                        "example",
                        operation.action() + " has for " + code + ": " + names(examples) + "."));
  }

  /** The scenario that is preferred, else the one that the plan is named after, else the usual. */
  Scenario scenario(JsonNode plan, Scenarios scenarios) {
    Optional<String> wanted = preferences.text("scenario");
    if (wanted.isPresent()) {
      return scenarios
          .named(wanted.get())
          .orElseThrow(
              () ->
                  preferences.unmet(
                      "scenario", "there are " + String.join(", ", Scenarios.names()) + "."));
    }
    return scenarios.named(plan.path("name").asText()).orElseGet(scenarios::usual);
  }

  private Example named(String name) {
    return operation
        .example(name)
        .orElseThrow(
            () ->
                preferences.unmet(
                    "example",
                    operation.action()
                        + " has "
                        + operation.answers().entrySet().stream()
                            .filter(entry -> !entry.getValue().isEmpty())
                            .map(entry -> entry.getKey() + ": " + names(entry.getValue()))
                            .collect(Collectors.joining("; "))
                        + "."));
  }

  private String statuses() {
    return operation.answers().entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> entry.getKey().toString())
        .collect(Collectors.joining(", "));
  }

  private static String names(List<Example> examples) {
    return examples.stream().map(Example::name).collect(Collectors.joining(", "));
  }
}
