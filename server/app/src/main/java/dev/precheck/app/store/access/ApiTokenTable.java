package dev.precheck.app.store.access;

import dev.precheck.app.store.report.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The statements on the table of API tokens. */
final class ApiTokenTable {

  private static final String SELECT =
      "select id, tenant, name, role, description, hash, created_by, created_at, expires_at,"
          + " last_used_at, revoked_at, revoked_by from api_token";

  private final Handle handle;

  ApiTokenTable(Handle handle) {
    this.handle = handle;
  }

  void insert(ApiTokenEntry entry) {
    handle
        .createUpdate(
            "insert into api_token (id, tenant, name, name_in_force, role, description, hash,"
                + " created_by, created_at, expires_at) values (:id, :tenant, :name, :name, :role,"
                + " :description, :hash, :createdBy, :createdAt, :expiresAt)")
        .bindMethods(entry)
        .execute();
  }

  Optional<ApiTokenEntry> find(String id) {
    return handle
        .createQuery(SELECT + " where id = :id")
        .bind("id", id)
        .map(ConstructorMapper.of(ApiTokenEntry.class))
        .findOne();
  }

  /** The one of this name that is in force. */
  Optional<ApiTokenEntry> named(String tenant, String name) {
    return handle
        .createQuery(SELECT + " where tenant = :tenant and name_in_force = :name")
        .bind("tenant", tenant)
        .bind("name", name)
        .map(ConstructorMapper.of(ApiTokenEntry.class))
        .findOne();
  }

  boolean isEmpty() {
    return handle
        .createQuery("select id from api_token fetch first 1 rows only")
        .mapTo(String.class)
        .findOne()
        .isEmpty();
  }

  /** Its name is free for another one then. */
  void revoke(String id, Optional<String> by, Instant now) {
    handle
        .createUpdate(
            "update api_token set revoked_at = :now, revoked_by = :by, name_in_force = null"
                + " where id = :id and revoked_at is null")
        .bind("now", now)
        .bind("by", by)
        .bind("id", id)
        .execute();
  }

  void used(String id, Instant now) {
    handle.execute("update api_token set last_used_at = ? where id = ?", now, id);
  }

  long count(String tenant) {
    return handle
        .createQuery("select count(*) from api_token where tenant = :tenant")
        .bind("tenant", tenant)
        .mapTo(Long.class)
        .one();
  }

  List<ApiTokenEntry> page(String tenant, Page page) {
    return page.bindTo(
            handle
                .createQuery(
                    SELECT + " where tenant = :tenant order by created_at desc, id desc" + Page.SQL)
                .bind("tenant", tenant))
        .map(ConstructorMapper.of(ApiTokenEntry.class))
        .list();
  }
}
