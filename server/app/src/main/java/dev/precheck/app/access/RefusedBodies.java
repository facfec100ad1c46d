package dev.precheck.app.access;

import dev.precheck.app.identity.Caller;
import dev.precheck.wire.ActionRules;
import dev.precheck.wire.BodyObserver;
import dev.precheck.wire.error.ApiException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Has calls noted whose body no action has ever seen; {@link AuditFilter} does not hear of them.
 */
@Singleton
final class RefusedBodies implements BodyObserver {

  private final Actions actions;
  private final Audit audit;

  RefusedBodies(Actions actions, Audit audit) {
    this.actions = actions;
    this.audit = audit;
  }

  @Override
  public void observe(HttpRequest<?> request, byte[] body) {
    // Nothing of it is kept: it may hold a password.
  }

  @Override
  public void refused(HttpRequest<?> request, ApiException why) {
    Optional<Caller> caller = CurrentCaller.of(request);
    Optional<ActionRules> rules = actions.rules(request);
    if (caller.isPresent() && rules.isPresent()) {
      audit.refused(request, caller.get(), rules.get(), why.code());
    }
  }
}
