package dev.precheck.stub.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.stub.contract.Template;
import java.util.List;

/**
 * How a precheck goes.
 *
 * @param steps what GetPreCheckResult shows, one after the other: whole envelopes; the last one
 *     stays
 * @param templates the same, ready to be filled in
 * @param findings of all items, in the order of ListPreCheckFindings
 */
public record Scenario(
    String name,
    String summary,
    List<JsonNode> steps,
    List<Template> templates,
    List<FindingGroup> findings) {

  /** The index of the last step. */
  int last() {
    return steps.size() - 1;
  }
}
