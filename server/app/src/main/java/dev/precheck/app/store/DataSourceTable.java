package dev.precheck.app.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;

/** The statements on the table of data sources. */
final class DataSourceTable {

  private static final String COLUMNS =
      "id, tenant, name, engine, host, port, database_name, user_name, password,"
          + " password_reference, tls_mode, ca_certificate, client_certificate, client_key, role,"
          + " partner_id, description,"
          + " attributes, server_version, server_charset,"
          + " server_time_zone, created_at, modified_at, access_version";

  private final Handle handle;

  DataSourceTable(Handle handle) {
    this.handle = handle;
  }

  void insert(DataSourceEntry entry) {
    handle
        .createUpdate(
            "insert into data_source ("
                + COLUMNS
                + ") values (:id, :tenant, :name, :access.engine, :access.host, :access.port,"
                + " :access.databaseName, :access.userName, :access.password,"
                + " :access.passwordReference, :access.tlsMode, :access.caCertificate,"
                + " :access.client.clientCertificate, :access.client.clientKey, :role,"
                + " :partnerId, :description, :attributes,"
                + " :facts.serverVersion, :facts.serverCharset, :facts.serverTimeZone,"
                + " :createdAt, :modifiedAt, :accessVersion)")
        .bindMethods(entry)
        .execute();
  }

  void update(DataSourceEntry entry) {
    handle
        .createUpdate(
            "update data_source set name = :name, host = :access.host, port = :access.port,"
                + " database_name = :access.databaseName, user_name = :access.userName,"
                + " password = :access.password,"
                + " password_reference = :access.passwordReference, tls_mode = :access.tlsMode,"
                + " ca_certificate = :access.caCertificate,"
                + " client_certificate = :access.client.clientCertificate,"
                + " client_key = :access.client.clientKey, role = :role,"
                + " partner_id = :partnerId, description = :description,"
                + " server_version = :facts.serverVersion,"
                + " server_charset = :facts.serverCharset,"
                + " server_time_zone = :facts.serverTimeZone, modified_at = :modifiedAt,"
                + " access_version = :accessVersion"
                + " where id = :id")
        .bindMethods(entry)
        .execute();
  }

  void setPartner(String id, Optional<String> partnerId) {
    handle
        .createUpdate(
            "update data_source set partner_id = :partner,"
                + " access_version = access_version + 1 where id = :id"
                + " and partner_id is distinct from cast(:partner as varchar)")
        .bind("partner", partnerId)
        .bind("id", id)
        .execute();
  }

  void setFacts(String id, ServerFacts facts) {
    handle
        .createUpdate(
            "update data_source set server_version = :serverVersion,"
                + " server_charset = :serverCharset, server_time_zone = :serverTimeZone"
                + " where id = :id")
        .bindMethods(facts)
        .bind("id", id)
        .execute();
  }

  void delete(String id) {
    handle.execute("delete from data_source where id = ?", id);
  }

  Optional<DataSourceEntry> find(String id) {
    return find(id, "");
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<DataSourceEntry> lock(String id) {
    return find(id, " for update");
  }

  Optional<DataSourceEntry> findByName(String tenant, String name) {
    return handle
        .createQuery(
            "select " + COLUMNS + " from data_source where tenant = :tenant and name = :name")
        .bind("tenant", tenant)
        .bind("name", name)
        .mapTo(DataSourceEntry.class)
        .findOne();
  }

  /** Those with these ids, by id. */
  Map<String, DataSourceEntry> findAll(Set<String> ids) {
    return handle
        .createQuery("select " + COLUMNS + " from data_source where id in (<ids>)")
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .mapTo(DataSourceEntry.class)
        .collect(Collectors.toMap(DataSourceEntry::id, entry -> entry));
  }

  private Optional<DataSourceEntry> find(String id, String lock) {
    return handle
        .createQuery("select " + COLUMNS + " from data_source where id = :id" + lock)
        .bind("id", id)
        .mapTo(DataSourceEntry.class)
        .findOne();
  }

  long count(DataSourceQuery query) {
    return handle
        .createQuery("select count(*) from data_source" + where(query))
        .bindMap(query.arguments())
        .mapTo(Long.class)
        .one();
  }

  List<DataSourceEntry> page(DataSourceQuery query) {
    String direction = query.ascending() ? "asc" : "desc";
    String sort = query.byModification() ? "modified_at" : "created_at";
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from data_source"
                + where(query)
                + " order by "
                + (sort + " " + direction + ", id " + direction)
                + " offset :offset rows fetch next :size rows only")
        .bindMap(query.arguments())
        .bind("offset", query.offset())
        .bind("size", query.pageSize())
        .mapTo(DataSourceEntry.class)
        .list();
  }

  private static String where(DataSourceQuery query) {
    StringBuilder where = new StringBuilder(" where tenant = :tenant");
    if (!query.searchKey().isEmpty()) {
      where.append(" and (id = :key or lower(name) like :pattern escape '!')");
    }
    if (!query.engines().isEmpty()) {
      where.append(" and engine in (").append(query.engineParameters()).append(")");
    }
    return where.toString();
  }
}
