package dev.precheck.checks;

import dev.precheck.spi.Column;
import dev.precheck.spi.Table;
import dev.precheck.testkit.CheckCase;

/** The case that every check of columns has: a table is there, and its columns are not seen. */
public final class HiddenCases {

  private HiddenCases() {}

  /** Takes the columns of {@code shop.t} away from a case whose source is MySQL. */
  public static CheckCase hidden(CheckCase given) {
    return given
        .source(Table.FACET, Rows.table("shop", "t"))
        .source(Column.FACET)
        .reports(HiddenColumns.PROBLEM, "No column of shop.t is seen");
  }
}
