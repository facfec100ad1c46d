package dev.precheck.checks;

import dev.precheck.spi.Collation;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Server;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;

/** Short forms of the rows that many cases want. */
public final class Rows {

  public static final Server SERVER = server("MySQL", "8.0.36");
  public static final Server FOLDING_SERVER =
      new Server("MySQL", "8.0.36", "", "utf8mb4", "UTC", IdentifierCase.INSENSITIVE);

  private Rows() {}

  public static Server server(String product, String version) {
    return new Server(product, version, "", "utf8mb4", "UTC", IdentifierCase.SENSITIVE);
  }

  /** A collation of MySQL or MariaDB, whose name begins with that of its character set. */
  public static Collation collation(String name) {
    return new Collation(name, name.replaceFirst("_.*", ""), "", "", "", "");
  }

  public static Table table(String schema, String name) {
    return new Table(schema, name, TableKind.TABLE);
  }

  public static IndexColumn primaryKey(String schema, String table) {
    return key(schema, table, "PRIMARY", "id", 1, false, true);
  }

  public static IndexColumn uniqueKey(
      String table, String column, int position, boolean nullable, boolean wholeRow) {
    return key("shop", table, "uk", column, position, nullable, wholeRow);
  }

  /** A column of a B-tree that is not unique. */
  public static IndexColumn index(String table, String name, String column, int position) {
    return new IndexColumn(
        "shop", table, name, false, false, column, "", position, true, true, 0, "BTREE", true);
  }

  private static IndexColumn key(
      String schema,
      String table,
      String name,
      String column,
      int position,
      boolean nullable,
      boolean wholeRow) {
    boolean primary = name.equals("PRIMARY");
    return new IndexColumn(
        schema, table, name, primary, true, column, "", position, nullable, wholeRow, 0, "BTREE",
        true);
  }
}
