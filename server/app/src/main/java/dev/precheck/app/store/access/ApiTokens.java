package dev.precheck.app.store.access;

import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.identity.Caller;
import dev.precheck.app.identity.TokenText;
import dev.precheck.app.store.Ids;
import dev.precheck.app.store.StoreClock;
import dev.precheck.app.store.UniqueViolation;
import dev.precheck.app.store.report.Page;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The API tokens of all tenants. */
@Singleton
public final class ApiTokens {

  /** The name of the token that a service makes for whoever starts it first. */
  public static final String FIRST = "first";

  private static final Duration USE_STEP = Duration.ofMinutes(1);

  private final Jdbi jdbi;
  private final StoreClock clock;

  ApiTokens(Jdbi jdbi, StoreClock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** A token with its text, which nobody can read again. */
  public record Created(ApiTokenEntry entry, TokenText text) {}

  /**
   * Makes a token.
   *
   * @throws ApiException if the tenant has one of this name in force
   */
  public Created create(ApiTokenDraft draft) {
    TokenText text = TokenText.random(Ids.apiToken());
    ApiTokenEntry entry =
        new ApiTokenEntry(
            text.id(),
            draft.tenant(),
            draft.name(),
            draft.role(),
            draft.description(),
            text.hash(),
            draft.createdBy(),
            now(),
            draft.expiresAt(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    try {
      jdbi.useHandle(handle -> new ApiTokenTable(handle).insert(entry));
    } catch (UnableToExecuteStatementException e) {
      throw UniqueViolation.is(e) ? taken(draft) : e;
    }
    return new Created(entry, text);
  }

  /** A token for an admin of the default tenant, if there has never been any token. */
  public Optional<TokenText> createFirst() {
    if (jdbi.withHandle(handle -> !new ApiTokenTable(handle).isEmpty())) {
      return Optional.empty();
    }
    ApiTokenDraft draft =
        new ApiTokenDraft(
            Caller.DEFAULT_TENANT,
            FIRST,
            AccessRole.ADMIN,
            Optional.of("Made when the service was first started."),
            Optional.empty(),
            Optional.empty());
    try {
      return Optional.of(create(draft).text());
    } catch (ApiException e) {
      // Another node was faster, and shows its own.
      return Optional.empty();
    }
  }

  /**
   * The token that somebody has sent, which is then noted as used.
   *
   * @throws ApiException UNAUTHENTICATED if it is not one, not any more, or revoked
   */
  public ApiTokenEntry admit(TokenText text) {
    Instant now = now();
    return jdbi.withHandle(
        handle -> {
          ApiTokenTable table = new ApiTokenTable(handle);
          ApiTokenEntry entry =
              table
                  .find(text.id())
                  .filter(found -> text.fits(found.hash()))
                  .orElseThrow(() -> refuse("The API token is not one of this server."));
          refuseIfOver(entry, now);
          if (entry.lastUsedAt().filter(last -> last.plus(USE_STEP).isAfter(now)).isEmpty()) {
            table.used(entry.id(), now);
          }
          return entry;
        });
  }

  private static void refuseIfOver(ApiTokenEntry entry, Instant now) {
    String label = "The API token `" + entry.id() + "` (" + entry.name() + ")";
    entry
        .revokedAt()
        .ifPresent(
            at -> {
              throw refuse(label + " was revoked at " + seconds(at) + ".")
                  .with("token", entry.id());
            });
    entry
        .expiresAt()
        .filter(at -> !at.isAfter(now))
        .ifPresent(
            at -> {
              throw refuse(label + " expired at " + seconds(at) + ".").with("token", entry.id());
            });
  }

  private static ApiException refuse(String why) {
    return new ApiException(ErrorCode.UNAUTHENTICATED, why);
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Revokes a token; if it is already, nothing changes.
   *
   * @param by the caller; empty for the command line
   * @throws ApiException if there is none with the id
   */
  public ApiTokenEntry revoke(String id, Optional<String> by) {
    return jdbi.inTransaction(
        handle -> {
          ApiTokenTable table = new ApiTokenTable(handle);
          table.revoke(id, by, now());
          return table.find(id).orElseThrow(() -> missing(id));
        });
  }

  /** How many a tenant has and had. */
  public long count(String tenant) {
    return jdbi.withHandle(handle -> new ApiTokenTable(handle).count(tenant));
  }

  /** Those that a tenant has and had, newest first. */
  public List<ApiTokenEntry> page(String tenant, Page page) {
    return jdbi.withHandle(handle -> new ApiTokenTable(handle).page(tenant, page));
  }

  /** The answer where an id leads nowhere. */
  public static ApiException missing(String id) {
    return new ApiException(
            ErrorCode.API_TOKEN_NOT_FOUND, "There is no API token with the id `" + id + "`.")
        .with("id", id);
  }

  private ApiException taken(ApiTokenDraft draft) {
    String id =
        jdbi.withHandle(handle -> new ApiTokenTable(handle).named(draft.tenant(), draft.name()))
            .map(ApiTokenEntry::id)
            .orElse("");
    return new ApiException(
            ErrorCode.API_TOKEN_NAME_TAKEN,
            "The name `" + draft.name() + "` belongs to the API token `" + id + "` already.")
        .with("id", id)
        .with("name", draft.name());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
