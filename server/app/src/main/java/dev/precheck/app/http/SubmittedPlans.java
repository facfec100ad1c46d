package dev.precheck.app.http;

import dev.precheck.api.model.FullTransferConfig;
import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.app.run.PlanReader;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** From the plan on the wire to the plan that the engine judges. */
@Singleton
final class SubmittedPlans implements PlanReader {

  private final JsonMapper json;

  SubmittedPlans(JsonMapper json) {
    this.json = json;
  }

  /** The plan as it is stored. */
  String text(SubmitPreCheckRequest request) {
    try {
      return json.writeValueAsString(request);
    } catch (IOException e) {
      throw new UncheckedIOException("A plan cannot be written as JSON.", e);
    }
  }

  @Override
  public Migration read(String request, Endpoint source, Endpoint target) {
    return plan(parsed(request), source, target);
  }

  @Override
  public Sides sides(String request) {
    SubmitPreCheckRequest plan = parsed(request);
    return new Sides(
        Objects.requireNonNull(plan.getSourceEndpointId(), "A complete plan has a source."),
        Objects.requireNonNull(plan.getSinkEndpointId(), "A complete plan has a target."));
  }

  private SubmitPreCheckRequest parsed(String request) {
    try {
      return json.readValue(request, SubmitPreCheckRequest.class);
    } catch (IOException e) {
      throw new UncheckedIOException("A stored plan cannot be read.", e);
    }
  }

  private static Migration plan(SubmitPreCheckRequest request, Endpoint source, Endpoint target) {
    return new Migration(
        source,
        target,
        SelectionMapper.selection(request),
        PlanPhases.of(request),
        Optional.ofNullable(request.getFullTransferConfig())
            .map(FullTransferConfig::getAllowDestTableNotEmpty)
            .orElse(false));
  }
}
