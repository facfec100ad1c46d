package dev.precheck.stub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One operation of the contract and what it can be answered with. */
public final class Operation {

  private final String action;
  private final String method;
  private final JsonNode node;
  private final List<Parameter> parameters;
  private final Security security;
  private final SortedMap<Integer, List<Example>> answers;

  Operation(
      String action,
      String method,
      JsonNode node,
      List<Parameter> parameters,
      Security security,
      SortedMap<Integer, List<Example>> answers) {
    this.action = action;
    this.method = method;
    this.node = node;
    this.parameters = parameters;
    this.security = security;
    this.answers = new TreeMap<>(answers);
  }

  public String action() {
    return action;
  }

  /** POST, or GET for a stream. */
  public String method() {
    return method;
  }

  /** What stands in the document under its method. */
  JsonNode node() {
    return node;
  }

  /** What it takes beside its body. */
  public List<Parameter> parameters() {
    return parameters;
  }

  public Security security() {
    return security;
  }

  /** All examples by status, each list in the document's order. */
  public SortedMap<Integer, List<Example>> answers() {
    return answers;
  }

  /** The first example of a status. */
  public Optional<Example> example(int status) {
    return answers.getOrDefault(status, List.of()).stream().findFirst();
  }

  /** The example of a status by its name. */
  public Optional<Example> example(int status, String name) {
    return answers.getOrDefault(status, List.of()).stream()
        .filter(example -> example.name().equals(name))
        .findFirst();
  }

  /** The example of this name with the lowest status. */
  public Optional<Example> example(String name) {
    return answers.values().stream()
        .flatMap(Collection::stream)
        .filter(example -> example.name().equals(name))
        .min(Comparator.comparingInt(Example::status));
  }

  /** What is answered if nobody asks for anything else: the lowest 2xx with an example. */
  public Example usual() {
    return success().orElseThrow();
  }

  Optional<Example> success() {
    return answers.subMap(200, 300).values().stream().flatMap(Collection::stream).findFirst();
  }
}
