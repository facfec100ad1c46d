package dev.precheck.app.access;

import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.identity.Caller;
import dev.precheck.app.store.StoreClock;
import dev.precheck.app.store.access.AuditEntry;
import dev.precheck.app.store.access.AuditLog;
import dev.precheck.wire.ActionRules;
import dev.precheck.wire.Exchange;
import dev.precheck.wire.RequestBody;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what callers do, in the store and in the log {@code precheck.audit}. What needs no more
 * than the role viewer is not noted: it changes nothing.
 */
@Singleton
final class Audit {

  private static final Logger LOG = LoggerFactory.getLogger("precheck.audit");
  private static final int LONGEST_ID = 64;

  private final AuditLog log;
  private final StoreClock clock;
  private final Actions actions;

  Audit(AuditLog log, StoreClock clock, Actions actions) {
    this.log = log;
    this.clock = clock;
    this.actions = actions;
  }

  /** A call was refused before it came to its action. */
  void refused(HttpRequest<?> request, ErrorCode why) {
    note(request, Optional.of(why.name()), Optional.empty());
  }

  /**
   * A call was answered. One of nobody, or of no action of the contract, is not noted.
   *
   * @param code of the failure; empty if it succeeded
   * @param made the id of what it has made
   */
  void note(HttpRequest<?> request, Optional<String> code, Optional<String> made) {
    Optional<Caller> caller = CurrentCaller.of(request);
    Optional<ActionRules> rules = actions.rules(request);
    if (caller.isPresent() && rules.isPresent()) {
      note(request, caller.get(), rules.get(), code, made);
    }
  }

  private void note(
      HttpRequest<?> request,
      Caller caller,
      ActionRules rules,
      Optional<String> code,
      Optional<String> made) {
    if (rules.requiredRole().equals(AccessRole.VIEWER.name().toLowerCase(Locale.ROOT))) {
      return;
    }
    List<String> objects = new ArrayList<>(objects(request, rules));
    made.ifPresent(objects::add);
    AuditEntry entry =
        new AuditEntry(
            0,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            caller.tenant(),
            caller.name(),
            caller.tokenId(),
            caller.role(),
            rules.action(),
            objects,
            code,
            Exchange.of(request).id(),
            Addresses.of(request));
    try {
      log.add(entry);
      LOG.info("{}", AuditLine.of(entry));
    } catch (RuntimeException e) {
      // The call is over, and its answer is owed; what could not be stored is at least here.
      LOG.error("The store has not taken {}", AuditLine.of(entry), e);
    }
  }

  private static List<String> objects(HttpRequest<?> request, ActionRules rules) {
    return rules.references().keySet().stream()
        .sorted()
        .map(member -> RequestBody.of(request).path(member).asText())
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID)
        .toList();
  }
}
