package dev.precheck.app.http;

import dev.precheck.api.model.FullTransferConfig;
import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.app.error.ApiException;
import dev.precheck.app.error.ErrorCode;
import dev.precheck.app.run.PlanReader;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Phase;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        phases(request),
        Optional.ofNullable(request.getFullTransferConfig())
            .map(FullTransferConfig::getAllowDestTableNotEmpty)
            .orElse(false));
  }

  private static Set<Phase> phases(SubmitPreCheckRequest request) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    add(phases, Phase.STRUCTURE, request.getEnableStructTransfer());
    add(phases, Phase.FULL, request.getEnableFullTransfer());
    add(phases, Phase.VERIFY, request.getEnableFullVerify());
    add(phases, Phase.INCREMENTAL, request.getEnableIncrTransfer());
    add(phases, Phase.REVERSE, request.getEnableReverseIncrTransfer());
    if (phases.isEmpty()) {
      throw new ApiException(
          ErrorCode.PHASE_MISSING,
          "The plan has no phase: none of the members enableStructTransfer, enableFullTransfer,"
              + " enableFullVerify, enableIncrTransfer, enableReverseIncrTransfer is true.");
    }
    return phases;
  }

  private static void add(Set<Phase> phases, Phase phase, @Nullable Boolean enabled) {
    if (Boolean.TRUE.equals(enabled)) {
      phases.add(phase);
    }
  }
}
