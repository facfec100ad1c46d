package dev.precheck.stub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.wire.RequestSchema;
import dev.precheck.wire.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds every example of a document against its schema. */
final class ExampleCheck {

  private final Document document;
  private final List<String> faults = new ArrayList<>();

  ExampleCheck(Document document) {
    this.document = document;
  }

  /** What is wrong: operation, request or status, example, place and fault. */
  List<String> faults() {
    for (Operation operation : document.operations()) {
      document
          .contract()
          .request(operation.action())
          .ifPresent(schema -> requests(operation, schema));
      operation.answers().values().forEach(list -> list.forEach(e -> answer(operation, e)));
    }
    return faults;
  }

  private void requests(Operation operation, RequestSchema schema) {
    JsonNode media = operation.node().at("/requestBody/content/application~1json");
    for (Map.Entry<String, JsonNode> named : media.path("examples").properties()) {
      JsonNode value = Document.resolve(document.root(), named.getValue()).path("value");
      RequestSchema.Verdict verdict = schema.check(value, false);
      String where = operation.action() + ", request, example " + named.getKey();
      note(where, Stream.concat(verdict.faults().stream(), verdict.unknown().stream()).toList());
    }
  }

  private void answer(Operation operation, Example example) {
    String where =
        operation.action() + ", answer " + example.status() + ", example " + example.name();
    note(where, document.faults(operation, example.status(), example.mediaType(), example.value()));
  }

  private void note(String where, List<Violation> found) {
    found.forEach(fault -> faults.add(where + ": " + fault.text()));
  }
}
