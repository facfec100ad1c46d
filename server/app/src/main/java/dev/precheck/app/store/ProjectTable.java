package dev.precheck.app.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements on the tables of projects. */
final class ProjectTable {

  private static final String LATEST =
      "(select q.id from precheck q where q.project_id = p.id"
          + " order by q.submitted_at desc, q.id desc fetch first 1 rows only)";

  private static final String SELECT =
      "select p.id, p.name, p.type, p.source_id, p.sink_id, p.phases, p.plan_hash, p.config_revision,"
          + " p.created_at, p.modified_at, "
          + LATEST
          + " as pre_check_id from project p";

  private final Handle handle;

  ProjectTable(Handle handle) {
    this.handle = handle;
  }

  void insert(String tenant, ProjectEntry entry, ProjectDraft draft) {
    handle
        .createUpdate(
            "insert into project (id, tenant, name, type, plan, plan_hash, source_id, sink_id,"
                + " phases, config_revision, created_at, modified_at) values (:id, :tenant, :name, :type, :plan,"
                + " :planHash, :sourceId, :sinkId, :phases, :configRevision, :createdAt, :modifiedAt)")
        .bindMethods(entry)
        .bind("tenant", tenant)
        .bind("plan", draft.plan())
        .execute();
    insertLabels(entry.id(), draft.labelIds());
  }

  /** Whether the project was at this revision, and was changed. */
  boolean update(ProjectEntry entry, ProjectDraft draft, long revision) {
    int changed =
        handle
            .createUpdate(
                "update project set name = :name, type = :type, plan = :plan,"
                    + " plan_hash = :planHash, source_id = :sourceId, sink_id = :sinkId,"
                    + " phases = :phases, config_revision = :configRevision, modified_at = :modifiedAt"
                    + " where id = :id and config_revision = :revision")
            .bindMethods(entry)
            .bind("plan", draft.plan())
            .bind("revision", revision)
            .execute();
    if (changed == 1) {
      handle.execute("delete from project_label where project_id = ?", entry.id());
      insertLabels(entry.id(), draft.labelIds());
    }
    return changed == 1;
  }

  private void insertLabels(String id, List<String> labelIds) {
    if (labelIds.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into project_label (project_id, ordinal, label_id) values (?, ?, ?)");
    IntStream.range(0, labelIds.size()).forEach(index -> batch.add(id, index, labelIds.get(index)));
    batch.execute();
  }

  void delete(String id) {
    handle.execute("delete from project where id = ?", id);
  }

  Optional<ProjectEntry> find(String id) {
    return one(" where p.id = :id", id);
  }

  /** Whether it is there; if so, nobody deletes it until the transaction ends. */
  boolean lock(String id) {
    return handle
        .createQuery("select id from project where id = :id for update")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  Optional<ProjectEntry> using(String dataSourceId) {
    return one(
        " where p.source_id = :id or p.sink_id = :id order by p.created_at, p.id"
            + " fetch first 1 rows only",
        dataSourceId);
  }

  private Optional<ProjectEntry> one(String where, String id) {
    return handle.createQuery(SELECT + where).bind("id", id).mapTo(ProjectEntry.class).findOne();
  }

  String plan(String id) {
    return handle
        .createQuery("select plan from project where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /** The labels of some projects, in the order given; of one without labels there is no entry. */
  Map<String, List<String>> labels(List<String> ids) {
    Map<String, List<String>> labels = new HashMap<>();
    handle
        .createQuery(
            "select project_id, label_id from project_label where project_id in (<ids>)"
                + " order by project_id, ordinal")
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", ids)
        .map((row, context) -> Map.entry(row.getString("project_id"), row.getString("label_id")))
        .forEach(
            label ->
                labels
                    .computeIfAbsent(label.getKey(), id -> new ArrayList<>())
                    .add(label.getValue()));
    return labels;
  }

  long count(ProjectQuery query) {
    Query statement = handle.createQuery("select count(*) from project p" + where(query));
    return bound(statement, query).mapTo(Long.class).one();
  }

  List<ProjectEntry> page(ProjectQuery query) {
    String direction = query.ascending() ? "asc" : "desc";
    String sort = query.byModification() ? "p.modified_at" : "p.created_at";
    String order = " order by " + sort + " " + direction + ", p.id " + direction;
    Query statement =
        handle
            .createQuery(
                SELECT + where(query) + order + " offset :offset rows fetch next :size rows only")
            .bind("offset", query.offset())
            .bind("size", query.pageSize());
    return bound(statement, query).mapTo(ProjectEntry.class).list();
  }

  private static String where(ProjectQuery query) {
    List<String> conditions = new ArrayList<>(List.of("p.tenant = :tenant"));
    if (!query.searchKey().isEmpty()) {
      conditions.add("(p.id = :key or lower(p.name) like :pattern escape '!')");
    }
    query.type().ifPresent(type -> conditions.add("p.type = :type"));
    query.statuses().ifPresent(statuses -> conditions.add(status(!statuses.isEmpty())));
    if (!query.labelIds().isEmpty()) {
      conditions.add(
          "exists (select 1 from project_label l where l.project_id = p.id"
              + " and l.label_id in (<labels>))");
    }
    if (!query.sourceEngines().isEmpty()) {
      conditions.add(engine("source"));
    }
    if (!query.sinkEngines().isEmpty()) {
      conditions.add(engine("sink"));
    }
    return " where " + String.join(" and ", conditions);
  }

  private static String status(boolean any) {
    return any
        ? "coalesce((select s.status from precheck s where s.id = "
            + LATEST
            + "), 'INIT') in (<statuses>)"
        : "1 = 0";
  }

  private static String engine(String side) {
    return "exists (select 1 from data_source d where d.id = p.%1$s_id and d.engine in (<%1$s>))"
        .formatted(side);
  }

  private static <S extends SqlStatement<S>> S bound(S statement, ProjectQuery query) {
    statement.bind("tenant", query.tenant());
    if (!query.searchKey().isEmpty()) {
      statement.bind("key", query.searchKey()).bind("pattern", query.pattern());
    }
    query.type().ifPresent(type -> statement.bind("type", type));
    query
        .statuses()
        .filter(statuses -> !statuses.isEmpty())
        .ifPresent(s -> statement.bindList("statuses", s.stream().map(Enum::name).toList()));
    bindList(statement, "labels", query.labelIds());
    bindList(statement, "source", query.sourceEngines());
    bindList(statement, "sink", query.sinkEngines());
    return statement;
  }

  private static void bindList(SqlStatement<?> statement, String name, List<String> values) {
    if (!values.isEmpty()) {
      statement.bindList(name, values);
    }
  }
}
