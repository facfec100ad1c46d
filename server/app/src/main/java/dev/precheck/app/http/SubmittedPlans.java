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
    try {
      return plan(json.readValue(request, SubmitPreCheckRequest.class), source, target);
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
