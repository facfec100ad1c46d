package dev.precheck.app.store;

import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** What is told of a precheck that is not there: that it was deleted, or that it never was. */
@Singleton
public final class Tombstones {

  private static final String SELECT =
      "select id, name, deleted_at, cause from deleted_precheck where id = :id";

  private final Jdbi jdbi;

  Tombstones(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Public for the mapper. */
  public record Tombstone(
      String id, Optional<String> name, Instant deletedAt, DeletionCause cause) {}

  /** The answer where a precheck's id leads nowhere. */
  public ApiException missing(String id) {
    return jdbi.withHandle(handle -> missing(handle, id));
  }

  static ApiException missing(Handle handle, String id) {
    return answer(handle.createQuery(SELECT).bind("id", id), id);
  }

  /** The same for a caller of one tenant, who learns nothing about those of others. */
  public static ApiException missing(Handle handle, String tenant, String id) {
    Query own = handle.createQuery(SELECT + " and tenant = :tenant").bind("tenant", tenant);
    return answer(own.bind("id", id), id);
  }

  private static ApiException answer(Query tombstone, String id) {
    return tombstone
        .map(ConstructorMapper.of(Tombstone.class))
        .findOne()
        .map(Tombstones::deleted)
        .orElseGet(() -> unknown(id));
  }

  /** To be called while the precheck is still there. */
  static void insert(Handle handle, Tombstone tombstone) {
    handle
        .createUpdate(
            "insert into deleted_precheck (id, tenant, name, deleted_at, cause)"
                + " select id, tenant, :name, :deletedAt, :cause from precheck where id = :id")
        .bindMethods(tombstone)
        .execute();
  }

  private static ApiException deleted(Tombstone tombstone) {
    String at = tombstone.deletedAt().truncatedTo(ChronoUnit.MILLIS).toString();
    String by =
        switch (tombstone.cause()) {
          case BY_USER -> " was deleted on request at ";
          case RETENTION -> " was older than prechecks are kept here, and was deleted at ";
        };
    return new ApiException(
            ErrorCode.PRECHECK_NOT_FOUND,
            "The precheck " + label(tombstone.id(), tombstone.name()) + by + at + ".")
        .advice("Its results are gone. Submit the plan again for new ones.")
        .with("id", tombstone.id())
        .with("name", tombstone.name().orElse(""))
        .with("deletedAt", at)
        .with("cause", tombstone.cause().name());
  }

  private static ApiException unknown(String id) {
    return new ApiException(
            ErrorCode.PRECHECK_NOT_FOUND, "There is no precheck with the id `" + id + "`.")
        .with("id", id);
  }

  /** The id with the name, if it has one, for people. */
  static String label(String id, Optional<String> name) {
    return "`" + id + "`" + name.map(n -> " (" + n + ")").orElse("");
  }
}
