package dev.precheck.stub.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.stub.contract.Document;
import dev.precheck.stub.contract.Example;
import dev.precheck.stub.contract.MadeUp;
import dev.precheck.stub.contract.Operation;
import dev.precheck.stub.contract.Template;
import java.util.OptionalLong;
import java.util.Random;

/**
 * An answer whose data is made up from the schema. The rest of the envelope is the example's: a
 * failure stays the failure that it is.
 */
final class DynamicAnswer {

  private final Document document;
  private final Operation operation;
  private final Example example;

  DynamicAnswer(Document document, Operation operation, Example example) {
    this.document = document;
    this.operation = operation;
    this.example = example;
  }

  Template template(OptionalLong seed) {
    String schema = document.schema(operation, example.status(), example.mediaType());
    if (!(example.value() instanceof ObjectNode envelope) || envelope.path("data").isNull()) {
      return example.template();
    }
    JsonNode data = document.root().at(schema).at("/properties/data");
    Random random = seed.isPresent() ? new Random(seed.getAsLong()) : new Random();
    ObjectNode made = envelope.deepCopy();
    made.set("data", new MadeUp(document.root(), random).present(data));
    return Template.ofEnvelope(made);
  }
}
