package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;

/** Prepares the contract's schemas for checking. */
final class RequestSchemas {

  /** Far above what any pattern of the contract can match. */
  private static final int MAX_MATCHED = 2_048;

  private final JsonNode root;
  private final SchemaDocument document;

  RequestSchemas(JsonNode root) {
    this.root = root;
    document =
        new SchemaDocument(
            root,
            // MemberWalk sees to it.
            dialect -> dialect.keywords(keywords -> keywords.remove("additionalProperties")),
            config -> config.regularExpressionFactory(RequestSchemas::expression));
  }

  /** Java's expressions recurse: a text of megabytes could use up the stack. */
  private static RegularExpression expression(String regex) {
    RegularExpression expression =
        JDKRegularExpressionFactory.getInstance().getRegularExpression(regex);
    return value -> value.length() <= MAX_MATCHED && expression.matches(value);
  }

  /** The schema that a reference within the document leads to. */
  RequestSchema prepare(String reference) {
    String pointer = reference.substring(1);
    JsonSchema schema = document.at(pointer);
    schema.initializeValidators();
    JsonNode node = root.at(pointer);
    return new RequestSchema(schema, Shape.of(node, root), new FaultText(root));
  }
}
