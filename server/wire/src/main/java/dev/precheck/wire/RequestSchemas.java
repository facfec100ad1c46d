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
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;

/** Prepares the contract's schemas for checking. */
final class RequestSchemas {

  /** Far above what any pattern of the contract can match. */
  private static final int MAX_MATCHED = 2_048;

  private final JsonNode root;
  private final JsonSchema document;

  RequestSchemas(JsonNode root) {
    this.root = root;
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(OpenApi30.getInstance())
            // MemberWalk sees to it.
            .keywords(keywords -> keywords.remove("additionalProperties"))
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            builder -> builder.metaSchema(dialect).defaultMetaSchemaIri(dialect.getIri()));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(RequestSchemas::expression)
            .build();
    document = factory.getSchema(SchemaLocation.of("urn:precheck:contract"), root, config);
  }

  /** Java's expressions recurse: a text of megabytes could use up the stack. */
  private static RegularExpression expression(String regex) {
    RegularExpression expression =
        JDKRegularExpressionFactory.getInstance().getRegularExpression(regex);
    return value -> value.length() <= MAX_MATCHED && expression.matches(value);
  }

  /** The schema that a reference within the document leads to. */
  RequestSchema prepare(String reference) {
    JsonSchema schema = document.getSubSchema(SchemaLocation.of(reference).getFragment());
    schema.initializeValidators();
    JsonNode node = root.at(reference.substring(1));
    return new RequestSchema(schema, Shape.of(node, root), new FaultText(root));
  }
}
