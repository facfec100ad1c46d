package dev.precheck.app.access;

import dev.precheck.wire.BodyObserver;
import dev.precheck.wire.error.ApiException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * Has calls noted whose body no action has ever seen; {@link AuditFilter} does not hear of them.
 */
@Singleton
final class RefusedBodies implements BodyObserver {

  private final Audit audit;

  RefusedBodies(Audit audit) {
    this.audit = audit;
  }

  @Override
  public void observe(HttpRequest<?> request, byte[] body) {
    // Nothing of it is kept: it may hold a password.
  }

  @Override
  public void refused(HttpRequest<?> request, ApiException why) {
    audit.refused(request, why.code());
  }
}
