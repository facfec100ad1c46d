package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import dev.precheck.wire.error.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The schemas of a document just as they stand there: what answers and parameters are held to. */
public final class DocumentSchemas {

  private final SchemaDocument document;
  private final FaultText texts;
  private final Map<String, JsonSchema> known = new ConcurrentHashMap<>();

  public DocumentSchemas(JsonNode root) {
    document =
        new SchemaDocument(
            root, UnaryOperator.identity(), config -> config.formatAssertionsEnabled(true));
    texts = new FaultText(root);
  }

  /**
   * What is wrong with a value; empty if it fits.
   *
   * @param schema JSON Pointer to a schema in the document
   */
  public List<Violation> faults(String schema, JsonNode value) {
    return known.computeIfAbsent(schema, document::at).validate(value).stream()
        .sorted(Comparator.comparingInt(FaultText::rank))
        .map(texts::violation)
        .toList();
  }
}
