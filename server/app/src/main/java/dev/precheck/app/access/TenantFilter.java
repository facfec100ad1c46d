package dev.precheck.app.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.app.identity.Caller;
import dev.precheck.app.store.access.Owned;
import dev.precheck.wire.ActionRewriter;
import dev.precheck.wire.ActionRules;
import dev.precheck.wire.BodyFilter;
import dev.precheck.wire.Failures;
import dev.precheck.wire.Quote;
import dev.precheck.wire.RequestBody;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through only if all that it means is of the caller's tenant. Which members mean
 * something is said by the contract, {@code x-refers-to}, so that no action can forget to ask.
 */
@ServerFilter(ActionRewriter.ENDPOINT + "/**")
final class TenantFilter implements Ordered {

  private static final int LONGEST_ID = 64;

  private final Actions actions;
  private final Owned owned;
  private final Audit audit;

  TenantFilter(Actions actions, Owned owned, Audit audit) {
    this.actions = actions;
    this.owned = owned;
    this.audit = audit;
  }

  @Override
  public int getOrder() {
    return BodyFilter.POSITION + 1;
  }

  /** Null if everything is the caller's; otherwise an answer as if it did not exist. */
  @RequestFilter
  @ExecuteOn(GateThreads.NAME)
  @Nullable HttpResponse<?> refuseOthers(HttpRequest<?> request) {
    Optional<Caller> caller = CurrentCaller.of(request);
    Optional<ActionRules> rules = actions.rules(request);
    if (caller.isEmpty() || rules.isEmpty()) {
      // What the gate did not know by its name must not be known to a route.
      return RouteAttributes.getRouteMatch(request).isEmpty() ? null : unknown(request);
    }
    try {
      look(request, caller.get().tenant(), rules.get());
      return null;
    } catch (ApiException e) {
      audit.refused(request, e.code());
      return Failures.answer(request, e);
    }
  }

  private static HttpResponse<?> unknown(HttpRequest<?> request) {
    return Failures.answer(
        request,
        new ApiException(
            ErrorCode.UNKNOWN_ACTION,
            "There is no action at " + Quote.of(request.getPath()) + "."));
  }

  private void look(HttpRequest<?> request, String tenant, ActionRules rules) {
    for (Map.Entry<String, String> reference : rules.references().entrySet()) {
      if (rules.looksItself().contains(reference.getKey())) {
        continue;
      }
      Owned.Kind kind = Owned.Kind.valueOf(reference.getValue());
      ids(request, reference.getKey()).forEach(id -> owned.refuseUnlessOf(tenant, kind, id));
    }
  }

  /** What is longer than any id is left to the action, which says what is wrong with it. */
  private static List<String> ids(HttpRequest<?> request, String member) {
    return texts(request, member).stream()
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID)
        .toList();
  }

  private static List<String> texts(HttpRequest<?> request, String member) {
    if (request.getMethod() == HttpMethod.GET) {
      return request.getParameters().getAll(member);
    }
    JsonNode value = RequestBody.of(request).path(member);
    return value.isTextual() ? List.of(value.textValue()) : List.of();
  }
}
