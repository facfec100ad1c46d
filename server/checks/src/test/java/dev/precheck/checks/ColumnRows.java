package dev.precheck.checks;

import dev.precheck.spi.Column;

/** Short forms of the rows of columns, for cases that are not about their types. */
public final class ColumnRows {

  private ColumnRows() {}

  public static Column column(String table, String name) {
    return column("shop", table, name, "int");
  }

  public static Column column(String schema, String table, String name, String type) {
    return new Column(
        schema,
        table,
        name,
        1,
        type,
        "",
        Column.TypeKind.BASE,
        "",
        Column.TypeKind.BASE,
        type,
        0,
        0,
        -1,
        -1,
        true,
        false,
        Column.DefaultKind.NONE,
        "",
        Column.Generation.NONE,
        "",
        Column.Identity.NONE,
        false,
        false,
        "",
        "");
  }
}
