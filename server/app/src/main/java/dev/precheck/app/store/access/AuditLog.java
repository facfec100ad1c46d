package dev.precheck.app.store.access;

import dev.precheck.app.store.report.Conditions;
import dev.precheck.app.store.report.Page;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Who did what. Events are added and read; there is no way to change one. */
@Singleton
public final class AuditLog {

  private final Jdbi jdbi;

  AuditLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Keeps an event; its id is given by the store. */
  public void add(AuditEntry entry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into audit_event (at, tenant, caller, token_id, role, action, objects,"
                        + " code, request_id, address) values (:at, :tenant, :caller, :tokenId,"
                        + " :role, :action, :objects, :code, :requestId, :address)")
                .bindMethods(entry)
                .execute());
  }

  /** How many a query finds on all pages. */
  public long count(AuditQuery query) {
    Conditions conditions = conditions(query);
    return jdbi.withHandle(
        handle ->
            conditions
                .bindTo(
                    handle.createQuery(
                        "select count(*) from audit_event where tenant = :tenant"
                            + conditions.sql()))
                .bind("tenant", query.tenant())
                .mapTo(Long.class)
                .one());
  }

  /** One page of what a query finds, newest first. */
  public List<AuditEntry> page(AuditQuery query) {
    Conditions conditions = conditions(query);
    return jdbi.withHandle(
        handle ->
            query
                .page()
                .bindTo(
                    conditions.bindTo(
                        handle.createQuery(
                            "select * from audit_event where tenant = :tenant"
                                + conditions.sql()
                                + " order by id desc"
                                + Page.SQL)))
                .bind("tenant", query.tenant())
                .map(ConstructorMapper.of(AuditEntry.class))
                .list());
  }

  private static Conditions conditions(AuditQuery query) {
    return new Conditions()
        .and("caller = :caller", "caller", query.caller())
        .and("action = :action", "action", query.action())
        .and(
            "position(:object in objects) > 0",
            "object",
            query.object().map(object -> '"' + object + '"'));
  }
}
