package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An integer of 32 or 64 bits; JSON Schema itself knows no such limits, and takes 1.0 for one. */
record WholeNumber(boolean wide) {

  static Optional<WholeNumber> of(JsonNode schema) {
    return schema.path("type").asText().equals("integer")
        ? Optional.of(new WholeNumber(schema.path("format").asText().equals("int64")))
        : Optional.empty();
  }

  /** What is wrong with a number; empty if it fits, or is no number at all. */
  Optional<String> fault(JsonNode value) {
    if (!value.isNumber()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber()) {
      return Optional.of(Quote.of(value) + " is not a whole number; write it without a fraction.");
    }
    boolean fits = wide ? value.canConvertToLong() : value.canConvertToInt();
    return fits
        ? Optional.empty()
        : Optional.of(Quote.of(value) + " is out of range; it has too many digits.");
  }
}
