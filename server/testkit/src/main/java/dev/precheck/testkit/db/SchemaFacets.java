package dev.precheck.testkit.db;

import dev.precheck.spi.Column;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Dependency;
import dev.precheck.spi.Facet;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.PartitionedTable;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.Program;
import dev.precheck.spi.Sequence;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableEngine;
import dev.precheck.spi.TableTraits;
import dev.precheck.spi.ViewDefinition;
import java.util.List;

/**
 * The facets that are bound to schemas, each with fixtures of its own: see {@link FacetFixture}.
 */
final class SchemaFacets {

  /** Whoever may read the tables sees all rows of these. */
  static final List<Facet<?>> SEEN_BY_READERS =
      List.of(Table.FACET, IndexColumn.FACET, Column.FACET, ForeignKeyColumn.FACET);

  static final List<Facet<?>> ALL =
      List.of(
          Table.FACET,
          IndexColumn.FACET,
          Column.FACET,
          Constraint.FACET,
          ForeignKeyColumn.FACET,
          Program.FACET,
          ViewDefinition.FACET,
          Sequence.FACET,
          PartitionedTable.FACET,
          TableEngine.FACET,
          TableTraits.FACET,
          PgRelation.FACET,
          Dependency.FACET);

  private SchemaFacets() {}
}
