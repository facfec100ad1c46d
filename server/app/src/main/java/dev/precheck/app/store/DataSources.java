package dev.precheck.app.store;

import dev.precheck.app.config.Settings;
import dev.precheck.app.security.reference.References;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Role;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The data sources that plans refer to, and their rules. */
@Singleton
public final class DataSources {

  private final Jdbi jdbi;
  private final SecretSeal seal;
  private final Settings settings;
  private final References references;
  private final Clock clock = Clock.systemUTC();

  DataSources(Jdbi jdbi, SecretSeal seal, Settings settings, References references) {
    this.references = references;
    this.jdbi = jdbi;
    this.seal = seal;
    this.settings = settings;
  }

  /**
   * Stores a new one.
   *
   * @return its id
   * @throws ApiException if the name is taken, the engine is not allowed here, or the partner does
   *     not fit
   */
  public String create(DataSourceDraft draft) {
    String id = Ids.dataSource();
    Instant now = now();
    Access access =
        draft
            .access()
            .with(
                draft.password().flatMap(secret -> seal.password(secret, Optional.empty(), id)),
                draft
                    .clientCertificate()
                    .map(shown -> seal.certificate(shown, StoredClientCertificate.NONE, id))
                    .orElse(StoredClientCertificate.NONE));
    allowed(access);
    DataSourceEntry entry =
        new DataSourceEntry(
            id,
            draft.tenant(),
            draft.name(),
            access,
            draft.role(),
            draft.partnerId(),
            draft.description(),
            draft.attributes(),
            ServerFacts.UNKNOWN,
            now,
            now,
            1);
    return inTransaction(
        entry.tenant(),
        entry.name(),
        table -> {
          Partners partners = new Partners(table);
          // First: an id that nobody has may be longer than the row has room for.
          entry.partnerId().ifPresent(partner -> partners.existing(entry.tenant(), partner));
          table.insert(entry);
          entry.partnerId().ifPresent(partner -> partners.join(entry, partner));
          return id;
        });
  }

  /**
   * Changes one and returns it as it is then.
   *
   * @throws ApiException if there is none with the id, the name is taken, the partner does not fit,
   *     or the stored password would be sent elsewhere
   */
  public DataSourceEntry update(String tenant, String id, DataSourceChange change) {
    return inTransaction(
        tenant,
        change.name().orElse(""),
        table -> {
          DataSourceEntry before = table.lock(id).orElseThrow(() -> missing(id));
          DataSourceEntry after = changed(before, change);
          SecretMoves.refuse(before.access(), after.access(), change);
          allowed(after.access());
          pairUp(table, before, after);
          table.update(after);
          return after;
        });
  }

  private DataSourceEntry changed(DataSourceEntry before, DataSourceChange change) {
    Optional<String> known = before.access().password();
    StoredClientCertificate shown = before.access().client();
    Optional<String> password =
        change.password().isEmpty()
            ? known.filter(stored -> !change.refers())
            : change.password().flatMap(secret -> seal.password(secret, known, before.id()));
    StoredClientCertificate certificate =
        change
            .clientCertificate()
            .map(given -> seal.certificate(given, shown, before.id()))
            .orElse(shown);
    Access access = change.applied(before.access(), password, certificate);
    Role role = change.role().orElse(before.role());
    Optional<String> partnerId = DataSourceChange.changed(change.partnerId(), before.partnerId());
    boolean same =
        access.equals(before.access())
            && role == before.role()
            && partnerId.equals(before.partnerId());
    return new DataSourceEntry(
        before.id(),
        before.tenant(),
        change.name().orElse(before.name()),
        access,
        role,
        partnerId,
        DataSourceChange.changed(change.description(), before.description()),
        before.attributes(),
        access.equals(before.access()) ? before.facts() : ServerFacts.UNKNOWN,
        before.createdAt(),
        now(),
        before.accessVersion() + (same ? 0 : 1));
  }

  private static void pairUp(DataSourceTable table, DataSourceEntry before, DataSourceEntry after) {
    Partners partners = new Partners(table);
    if (!after.partnerId().equals(before.partnerId())) {
      before.partnerId().ifPresent(partners::leave);
    }
    after.partnerId().ifPresent(partner -> partners.join(after, partner));
  }

  /**
   * Deletes one.
   *
   * @throws ApiException if there is none with the id, or it is in use
   */
  public void delete(String id) {
    jdbi.useTransaction(
        handle -> {
          DataSourceTable table = new DataSourceTable(handle);
          DataSourceEntry entry = table.lock(id).orElseThrow(() -> missing(id));
          Usage.refuseIfUsed(handle, entry);
          table.delete(id);
        });
  }

  public Optional<DataSourceEntry> find(String id) {
    return jdbi.withHandle(handle -> new DataSourceTable(handle).find(id));
  }

  /**
   * The one with the id.
   *
   * @throws ApiException if there is none
   */
  public DataSourceEntry get(String id) {
    return find(id).orElseThrow(() -> missing(id));
  }

  /** How many a query finds on all pages. */
  public long count(DataSourceQuery query) {
    return jdbi.withHandle(handle -> new DataSourceTable(handle).count(query));
  }

  /** One page of what a query finds. */
  public List<DataSourceEntry> page(DataSourceQuery query) {
    return jdbi.withHandle(handle -> new DataSourceTable(handle).page(query));
  }

  /** Keeps what the server told of itself. */
  public void remember(String id, ServerFacts facts) {
    jdbi.useHandle(handle -> new DataSourceTable(handle).setFacts(id, facts));
  }

  private void allowed(Access access) {
    access
        .passwordReference()
        .flatMap(references::refusal)
        .ifPresent(
            why -> {
              throw ApiException.violations(
                      ErrorCode.PARAM_ERROR, List.of(new Violation("/passwordReference", why)))
                  .advice("Refer to what this service may fetch, or give the password itself.");
            });
    if (access.engine().equals(DatabaseEngine.H2.id()) && !settings.allowH2()) {
      throw new ApiException(
              ErrorCode.ENGINE_NOT_ALLOWED,
              "Data sources of the engine H2 exist only in the demo; this is the service.")
          .with("type", access.engine());
    }
    if (access.client().isThere() && access.tlsMode() == TlsMode.DISABLE) {
      throw ApiException.violations(
              ErrorCode.PARAM_ERROR,
              List.of(
                  new Violation("/tlsMode", "DISABLE; a client certificate is shown in TLS only.")))
          .advice("Choose another tlsMode, or leave the client certificate away.");
    }
    if (access.engine().equals(DatabaseEngine.POSTGRESQL.id()) && access.databaseName().isEmpty()) {
      throw ApiException.violations(
              ErrorCode.PARAM_ERROR,
              List.of(new Violation("/database", "missing; POSTGRESQL needs one.")))
          .advice("Name the database to connect to, for example `postgres`.");
    }
  }

  private interface Work<T> {
    T on(DataSourceTable table);
  }

  private <T> T inTransaction(String tenant, String name, Work<T> work) {
    try {
      return jdbi.inTransaction(handle -> work.on(new DataSourceTable(handle)));
    } catch (UnableToExecuteStatementException e) {
      throw UniqueViolation.is(e) ? taken(tenant, name) : e;
    }
  }

  private ApiException taken(String tenant, String name) {
    Optional<String> owner =
        jdbi.withHandle(handle -> new DataSourceTable(handle).findByName(tenant, name))
            .map(DataSourceEntry::id);
    return new ApiException(
            ErrorCode.DATA_SOURCE_NAME_TAKEN,
            "The name `"
                + name
                + "` belongs to "
                + owner.map(id -> "the data source `" + id + "`").orElse("another data source")
                + " already.")
        .with("name", name)
        .with("id", owner.orElse(""));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The answer where an id leads nowhere. */
  public static ApiException missing(String id) {
    return new ApiException(
            ErrorCode.DATA_SOURCE_NOT_FOUND, "There is no data source with the id `" + id + "`.")
        .with("id", id);
  }
}
