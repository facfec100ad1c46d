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
import java.util.function.UnaryOperator;

/** An OpenAPI document whose schemas values are judged by. */
final class SchemaDocument {

  private static final SchemaLocation PLACE = SchemaLocation.of("urn:precheck:document");

  private final JsonSchema document;

  /**
   * A document, to be understood as OpenAPI 3.0 has it.
   *
   * @param dialect what to understand otherwise
   * @param config how to judge
   */
  SchemaDocument(
      JsonNode root,
      UnaryOperator<JsonMetaSchema.Builder> dialect,
      UnaryOperator<SchemaValidatorsConfig.Builder> config) {
    JsonMetaSchema keywords =
        dialect
            .apply(JsonMetaSchema.builder(OpenApi30.getInstance()))
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();
    document =
        JsonSchemaFactory.getInstance(
                VersionFlag.V4,
                builder -> builder.metaSchema(keywords).defaultMetaSchemaIri(keywords.getIri()))
            .getSchema(
                PLACE,
                root,
                config
                    .apply(SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER))
                    .build());
  }

  /**
   * One of its schemas.
   *
   * @param pointer JSON Pointer to it (RFC 6901)
   */
  JsonSchema at(String pointer) {
    return document.getSubSchema(SchemaLocation.of("#" + pointer).getFragment());
  }
}
