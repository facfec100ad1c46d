package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import dev.precheck.wire.error.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a document just as they stand there: what answers and parameters are held to. */
public final class DocumentSchemas {

  private final JsonSchema document;
  private final FaultText texts;
  private final Map<String, JsonSchema> known = new ConcurrentHashMap<>();

  public DocumentSchemas(JsonNode root) {
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(OpenApi30.getInstance())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder -> builder.metaSchema(dialect).defaultMetaSchemaIri(dialect.getIri()));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();
    document = factory.getSchema(SchemaLocation.of("urn:precheck:document"), root, config);
    texts = new FaultText(root);
  }

  /**
   * What is wrong with a value; empty if it fits.
   *
   * @param schema JSON Pointer to a schema in the document
   */
  public List<Violation> faults(String schema, JsonNode value) {
    return known
        .computeIfAbsent(
            schema,
            pointer -> document.getSubSchema(SchemaLocation.of("#" + pointer).getFragment()))
        .validate(value)
        .stream()
        .sorted(Comparator.comparingInt(FaultText::rank))
        .map(texts::violation)
        .toList();
  }
}
