package dev.precheck.stub.contract;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.precheck.wire.DocumentSchemas;
import dev.precheck.wire.error.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that stands in a header or in the address.
 *
 * @param inHeader otherwise in the query
 * @param schema JSON Pointer to its schema in the document
 */
public record Parameter(String name, boolean inHeader, boolean required, String schema) {

  /** What is wrong with a value; empty if it may stand there. */
  public List<Violation> faults(@Nullable String value, DocumentSchemas schemas) {
    if (value == null) {
      return required ? List.of(fault("is missing.")) : List.of();
    }
    return schemas.faults(schema, TextNode.valueOf(value)).stream()
        .map(fault -> fault(fault.message()))
        .toList();
  }

  private Violation fault(String what) {
    return inHeader
        ? new Violation("", "The header " + name + ": " + what)
        : new Violation("/" + name, what);
  }
}
