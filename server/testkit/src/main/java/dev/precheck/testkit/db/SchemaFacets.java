package dev.precheck.testkit.db;

import dev.precheck.spi.Facet;
import dev.precheck.spi.Table;
import dev.precheck.spi.UniqueKeyColumn;
import java.util.List;

/**
 * The facets that are bound to schemas, each with fixtures of its own: see {@link FacetFixture}.
 */
final class SchemaFacets {

  /** Whoever may read the tables sees all rows of these. */
  static final List<Facet<?>> SEEN_BY_READERS = List.of(Table.FACET, UniqueKeyColumn.FACET);

  static final List<Facet<?>> ALL = List.of(Table.FACET, UniqueKeyColumn.FACET);

  private SchemaFacets() {}
}
