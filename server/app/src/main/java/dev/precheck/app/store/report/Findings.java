package dev.precheck.app.store.report;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The findings of a precheck, page by page. */
@Singleton
public final class Findings {

  private final Jdbi jdbi;

  Findings(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How many a query finds on all pages. */
  public long count(FindingQuery query) {
    Conditions conditions = query.conditions();
    return jdbi.withHandle(
        handle ->
            conditions
                .bindTo(
                    handle.createQuery(
                        "select count(*)"
                            + ReportedFinding.FROM
                            + query.which()
                            + conditions.sql()))
                .mapTo(Long.class)
                .one());
  }

  /** One page of what a query finds, in the order of the items, the gravest of an item first. */
  public List<ReportedFinding> page(FindingQuery query) {
    Conditions conditions = query.conditions();
    String sql =
        "select "
            + ReportedFinding.COLUMNS
            + ReportedFinding.FROM
            + query.which()
            + conditions.sql()
            + " order by f.position, f.ordinal"
            + Page.SQL;
    return jdbi.withHandle(
        handle ->
            query
                .page()
                .bindTo(conditions.bindTo(handle.createQuery(sql)))
                .map(ConstructorMapper.of(ReportedFinding.class))
                .list());
  }
}
