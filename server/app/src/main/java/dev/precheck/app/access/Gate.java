package dev.precheck.app.access;

import dev.precheck.app.config.Settings;
import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.identity.Caller;
import dev.precheck.wire.ActionRewriter;
import dev.precheck.wire.ActionRules;
import dev.precheck.wire.Failures;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks who calls, and lets only those through whose role is the one that the contract asks for. */
@ServerFilter(ActionRewriter.ENDPOINT + "/**")
final class Gate implements Ordered {

  private final Logins logins;
  private final CallerPace pace;
  private final Actions actions;
  private final Audit audit;
  private final boolean open;

  Gate(Logins logins, CallerPace pace, Actions actions, Audit audit, Settings settings) {
    this.logins = logins;
    this.pace = pace;
    this.actions = actions;
    this.audit = audit;
    this.open = !settings.asksWhoCalls();
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order();
  }

  /** Null for those who may go on. */
  @PreMatching
  @RequestFilter
  @ExecuteOn(GateThreads.NAME)
  @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
    try {
      Caller caller = logins.caller(request);
      CurrentCaller.set(request, caller);
      if (!open) {
        pace.count(caller);
        actions.rules(request).ifPresent(rules -> refuseUnlessAllowed(request, caller, rules));
      }
      return null;
    } catch (ApiException e) {
      return Failures.answer(request, e);
    }
  }

  private void refuseUnlessAllowed(HttpRequest<?> request, Caller caller, ActionRules rules) {
    AccessRole needed = AccessRole.valueOf(rules.requiredRole().toUpperCase(Locale.ROOT));
    if (caller.role().covers(needed)) {
      return;
    }
    audit.refused(request, ErrorCode.FORBIDDEN);
    String has = caller.role().name().toLowerCase(Locale.ROOT);
    throw new ApiException(
            ErrorCode.FORBIDDEN,
            rules.action()
                + " needs the role "
                + rules.requiredRole()
                + "; `"
                + caller.name()
                + "` has the role "
                + has
                + ".")
        .with("requiredRole", rules.requiredRole())
        .with("role", has);
  }
}
