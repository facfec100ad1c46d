package dev.precheck.stub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the operations out of the document. */
final class OperationReader {

  private static final List<String> METHODS = List.of("post", "get");

  private final JsonNode root;

  OperationReader(JsonNode root) {
    this.root = root;
  }

  /** The operations by the names of their actions. */
  Map<String, Operation> read() {
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (String method : METHODS) {
        JsonNode node = path.getValue().path(method);
        if (node.isObject()) {
          String pointer = "/paths/" + escaped(path.getKey()) + "/" + method;
          String action = node.path("x-oms-action").asText();
          operations.put(action, operation(action, method, node, pointer));
        }
      }
    }
    return operations;
  }

  /** What keeps operations from being answered. */
  static List<String> faults(Collection<Operation> operations) {
    List<String> faults = new ArrayList<>();
    if (operations.isEmpty()) {
      faults.add("/paths: there is no operation; is this an OpenAPI document?");
    }
    for (Operation operation : operations) {
      if (operation.success().isEmpty()) {
        faults.add(operation.action() + ": no answer with a status of 2xx has an example.");
      }
      if (!operation.security().isOpen() && operation.example(401).isEmpty()) {
        faults.add(operation.action() + ": it needs a login, but has no example of a 401.");
      }
    }
    return faults;
  }

  private Operation operation(String action, String method, JsonNode node, String pointer) {
    SortedMap<Integer, List<Example>> answers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> response : node.path("responses").properties()) {
      if (response.getKey().matches("[1-5][0-9]{2}")) {
        int status = Integer.parseInt(response.getKey());
        answers.put(status, examples(status, Document.resolve(root, response.getValue())));
      }
    }
    return new Operation(
        action,
        method.toUpperCase(java.util.Locale.ROOT),
        node,
        parameters(node, pointer),
        new Security(root, node),
        answers);
  }

  private List<Example> examples(int status, JsonNode response) {
    Map<String, String> headers = headers(response);
    if (!response.has("content")) {
      return List.of(Example.empty(status, headers));
    }
    List<Example> examples = new ArrayList<>();
    for (Map.Entry<String, JsonNode> media : response.path("content").properties()) {
      for (Map.Entry<String, JsonNode> named : media.getValue().path("examples").properties()) {
        JsonNode value = Document.resolve(root, named.getValue()).path("value");
        examples.add(new Example(status, named.getKey(), media.getKey(), headers, value));
      }
    }
    return examples;
  }

  private Map<String, String> headers(JsonNode response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> named : response.path("headers").properties()) {
      JsonNode header = Document.resolve(root, named.getValue());
      if (header.path("required").asBoolean() && header.has("example")) {
        headers.put(named.getKey(), header.path("example").asText());
      }
    }
    return headers;
  }

  private List<Parameter> parameters(JsonNode operation, String pointer) {
    List<Parameter> parameters = new ArrayList<>();
    int index = 0;
    for (JsonNode node : operation.path("parameters")) {
      String place =
          node.has("$ref")
              ? node.path("$ref").asText().substring(1)
              : pointer + "/parameters/" + index;
      JsonNode parameter = Document.resolve(root, node);
      parameters.add(
          new Parameter(
              parameter.path("name").asText(),
              parameter.path("in").asText().equals("header"),
              parameter.path("required").asBoolean(),
              place + "/schema"));
      index++;
    }
    return parameters;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
