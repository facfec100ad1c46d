package dev.precheck.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.api.model.CreateProjectRequest;
import dev.precheck.api.model.ProjectType;
import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.api.model.UpdateProjectConfigRequest;
import dev.precheck.app.run.PlanHash;
import dev.precheck.app.store.ProjectDraft;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** From projects on the wire to those that are stored: a plan in the form of SubmitPreCheck. */
@Singleton
final class ProjectDrafts {

  /** Their settings are changed one by one; everything else is replaced as a whole. */
  private static final Set<String> SETTINGS =
      Set.of(
          "commonTransferConfig",
          "structTransferConfig",
          "fullTransferConfig",
          "incrTransferConfig",
          "reverseIncrTransferConfig");

  private static final com.fasterxml.jackson.databind.json.JsonMapper TREES =
      new com.fasterxml.jackson.databind.json.JsonMapper();

  private final JsonMapper json;

  ProjectDrafts(JsonMapper json) {
    this.json = json;
  }

  ProjectDraft draft(CreateProjectRequest request) {
    return draft(tree(written(request)));
  }

  /**
   * A plan after a change.
   *
   * @param plan the plan before
   */
  ProjectDraft changed(String plan, UpdateProjectConfigRequest request) {
    ObjectNode change = tree(written(request));
    change.remove(List.of("id", "configRevision"));
    ObjectNode changed = tree(plan);
    for (Map.Entry<String, JsonNode> member : change.properties()) {
      JsonNode before = changed.get(member.getKey());
      if (SETTINGS.contains(member.getKey()) && before instanceof ObjectNode settings) {
        settings.setAll((ObjectNode) member.getValue());
      } else {
        changed.set(member.getKey(), member.getValue());
      }
    }
    return draft(changed);
  }

  private ProjectDraft draft(ObjectNode tree) {
    String plan = tree.toString();
    SubmitPreCheckRequest request = plan(plan);
    return new ProjectDraft(
        Objects.requireNonNull(request.getName(), "The contract asks for a name."),
        Optional.ofNullable(request.getType()).orElse(ProjectType.MIGRATION).getValue(),
        Optional.ofNullable(request.getLabelIds()).orElse(List.of()),
        Objects.requireNonNull(request.getSourceEndpointId(), "The contract asks for a source."),
        Objects.requireNonNull(request.getSinkEndpointId(), "The contract asks for a target."),
        PlanPhases.on(request).stream().map(Enum::name).toList(),
        plan,
        PlanHash.of(plan));
  }

  /** A stored plan as it was given. */
  SubmitPreCheckRequest plan(String plan) {
    try {
      return json.readValue(plan, SubmitPreCheckRequest.class);
    } catch (IOException e) {
      throw new UncheckedIOException("A plan cannot be read.", e);
    }
  }

  /** What is null is left out. */
  private String written(Object request) {
    try {
      return json.writeValueAsString(request);
    } catch (IOException e) {
      throw new UncheckedIOException("A plan cannot be written as JSON.", e);
    }
  }

  private static ObjectNode tree(String text) {
    try {
      return (ObjectNode) TREES.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("A plan cannot be read.", e);
    }
  }
}
