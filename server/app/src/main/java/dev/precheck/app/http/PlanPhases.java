package dev.precheck.app.http;

import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.spi.Phase;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the five switches of a plan on the wire to its phases. */
final class PlanPhases {

  private PlanPhases() {}

  /**
   * The phases that a plan has.
   *
   * @throws ApiException if it has none
   */
  static Set<Phase> of(SubmitPreCheckRequest request) {
    Set<Phase> phases = on(request);
    if (phases.isEmpty()) {
      throw new ApiException(
          ErrorCode.PHASE_MISSING,
          "The plan has no phase: none of the members enableStructTransfer, enableFullTransfer,"
              + " enableFullVerify, enableIncrTransfer, enableReverseIncrTransfer is true.");
    }
    return phases;
  }

  /** The phases that are on, which may be none. */
  static Set<Phase> on(SubmitPreCheckRequest request) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    add(phases, Phase.STRUCTURE, request.getEnableStructTransfer());
    add(phases, Phase.FULL, request.getEnableFullTransfer());
    add(phases, Phase.VERIFY, request.getEnableFullVerify());
    add(phases, Phase.INCREMENTAL, request.getEnableIncrTransfer());
    add(phases, Phase.REVERSE, request.getEnableReverseIncrTransfer());
    return phases;
  }

  private static void add(Set<Phase> phases, Phase phase, @Nullable Boolean enabled) {
    if (Boolean.TRUE.equals(enabled)) {
      phases.add(phase);
    }
  }
}
