package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import dev.precheck.wire.error.Violation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the body of one action has to look like. */
public final class RequestSchema {

  /** The contract's limit for {@code errorDetail.violations}. */
  static final int MAX_VIOLATIONS = 100;

  private final JsonSchema schema;
  private final Shape shape;
  private final FaultText texts;

  RequestSchema(JsonSchema schema, Shape shape, FaultText texts) {
    this.schema = schema;
    this.shape = shape;
    this.texts = texts;
  }

  /**
   * What is wrong with a body.
   *
   * @param faults faults that no caller may have, at most 100
   * @param unknown members that the contract does not have, at most 100
   */
  public record Verdict(List<Violation> faults, List<Violation> unknown) {}

  /**
   * Checks a body.
   *
   * @param onlyFirst stop at the first fault: a large body can have millions
   */
  public Verdict check(JsonNode body, boolean onlyFirst) {
    MemberWalk walk = new MemberWalk(MAX_VIOLATIONS);
    walk.visit(body, shape, "");
    Map<String, Violation> byPlace = new LinkedHashMap<>();
    Stream.concat(schemaFaults(body, onlyFirst), walk.values().stream())
        .forEach(fault -> byPlace.putIfAbsent(fault.pointer(), fault));
    return new Verdict(byPlace.values().stream().limit(MAX_VIOLATIONS).toList(), walk.unknown());
  }

  private Stream<Violation> schemaFaults(JsonNode body, boolean onlyFirst) {
    Set<ValidationMessage> messages =
        schema.validate(body, context -> customize(context, onlyFirst));
    return messages.stream().sorted(Comparator.comparingInt(FaultText::rank)).map(texts::violation);
  }

  private static void customize(ExecutionContext context, boolean onlyFirst) {
    context.getExecutionConfig().setFailFast(onlyFirst);
  }
}
