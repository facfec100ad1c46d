package dev.precheck.app.http;

import dev.precheck.api.model.EngineType;
import dev.precheck.api.model.GetPreCheckFixScriptRequest;
import dev.precheck.api.model.GetPreCheckVerdictRequest;
import dev.precheck.api.model.PreCheckFixScript;
import dev.precheck.api.model.PreCheckStatus;
import dev.precheck.api.model.PreCheckVerdict;
import dev.precheck.app.report.FixScript;
import dev.precheck.app.report.Judge;
import dev.precheck.app.report.Strictness;
import dev.precheck.app.store.Projects;
import dev.precheck.app.store.StoreClock;
import dev.precheck.app.store.report.EvidenceQuery;
import dev.precheck.app.store.report.FindingQuery;
import dev.precheck.app.store.report.FixStatements;
import dev.precheck.app.store.report.ItemState;
import dev.precheck.app.store.report.PrecheckState;
import dev.precheck.app.store.report.PrecheckStates;
import dev.precheck.spi.Side;
import dev.precheck.wire.Quote;
import dev.precheck.wire.Spelling;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What is concluded from the state of a precheck. */
@Singleton
final class Reports {

  private final PrecheckStates states;
  private final Projects projects;
  private final FixStatements fixes;
  private final StoreClock clock;

  Reports(PrecheckStates states, Projects projects, FixStatements fixes, StoreClock clock) {
    this.states = states;
    this.projects = projects;
    this.fixes = fixes;
    this.clock = clock;
  }

  /**
   * A list of findings that is empty because of a typing error would look like good news.
   *
   * @throws ApiException if there is no such precheck, or it has no such item or attempt
   */
  void refuseUnknown(FindingQuery query) {
    refuseUnknown(states.get(query.precheckId(), query.attempt()), query.itemName());
  }

  /**
   * Nor does one of evidence say that nothing was asked.
   *
   * @throws ApiException if there is no such precheck, or it has no such item or attempt
   */
  void refuseUnknown(EvidenceQuery query) {
    refuseUnknown(states.get(query.precheckId(), query.attempt()), query.itemName());
  }

  private static void refuseUnknown(PrecheckState state, Optional<String> itemName) {
    List<String> names = state.items().stream().map(ItemState::name).toList();
    itemName
        .filter(name -> !names.contains(name))
        .ifPresent(
            name -> {
              throw unknownItem(state.id(), name, Spelling.closest(name, names));
            });
  }

  private static ApiException unknownItem(String id, String name, Optional<String> meant) {
    ApiException failure =
        new ApiException(
                ErrorCode.PRECHECK_ITEM_NOT_FOUND,
                "The precheck `" + id + "` has no item with the name " + Quote.of(name) + ".")
            .with("id", id)
            .with("itemName", name);
    return meant.map(other -> failure.advice("Did you mean `" + other + "`?")).orElse(failure);
  }

  /**
   * Whether a migration may start.
   *
   * @throws ApiException if the request names neither a precheck nor a project, or both, or if
   *     there is no such precheck or project
   */
  PreCheckVerdict verdict(GetPreCheckVerdictRequest request) {
    Optional<String> id = Optional.ofNullable(request.getId());
    Optional<String> projectId = Optional.ofNullable(request.getProjectId());
    if (id.isPresent() == projectId.isPresent()) {
      throw ApiException.violations(
              ErrorCode.PARAM_ERROR,
              List.of(new Violation("", "Either id or projectId is needed, and not both.")))
          .advice("Send {\"id\": \"t_…\"} or {\"projectId\": \"np_…\"}.");
    }
    Strictness strictness = VerdictMapper.strictness(request);
    Optional<PrecheckState> state =
        id.isPresent()
            ? id.map(states::get)
            : states.latest(projects.get(projectId.orElseThrow()).entry().id());
    return state
        .map(found -> VerdictMapper.wire(Judge.judge(found, strictness, clock.instant()), found))
        .orElseGet(
            () ->
                VerdictMapper.wire(
                    Judge.neverChecked(projectId.orElseThrow()), projectId.orElseThrow()));
  }

  /**
   * The fix statements of one side.
   *
   * @throws ApiException if there is no such precheck
   */
  PreCheckFixScript fixScript(GetPreCheckFixScriptRequest request) {
    Side side = FindingMapper.side(request.getEndpointType());
    FixScript script = new FixScript(Boolean.TRUE.equals(request.getIncludeSkipped()));
    PrecheckState state = fixes.each(request.getId(), side, script::add);
    return new PreCheckFixScript()
        .preCheckId(state.id())
        .preCheckStatus(PreCheckStatus.valueOf(state.precheck().status().name()))
        .attempt(state.attempt())
        .endpointType(request.getEndpointType())
        .engine(EngineType.fromValue(state.primary(side).engine()))
        .statementCount(script.count())
        .script(script.text(state, side));
  }
}
