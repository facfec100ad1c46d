package dev.precheck.testkit.db;

import dev.precheck.spi.Column;
import dev.precheck.spi.Facet;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.Table;
import java.util.List;

/**
 * The facets that are bound to schemas, each with fixtures of its own: see {@link FacetFixture}.
 */
final class SchemaFacets {

  /** Whoever may read the tables sees all rows of these. */
  static final List<Facet<?>> SEEN_BY_READERS =
      List.of(Table.FACET, IndexColumn.FACET, Column.FACET);

  static final List<Facet<?>> ALL =
      List.of(Table.FACET, IndexColumn.FACET, Column.FACET, PgRelation.FACET);

  private SchemaFacets() {}
}
