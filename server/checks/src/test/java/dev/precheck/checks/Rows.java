package dev.precheck.checks;

import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.spi.UniqueKeyColumn;

/** Short forms of the rows that many cases want. */
public final class Rows {

  public static final Server SERVER = server("MySQL", "8.0.36");
  public static final Server FOLDING_SERVER =
      new Server("MySQL", "8.0.36", "", "utf8mb4", "UTC", IdentifierCase.INSENSITIVE);

  private Rows() {}

  public static Server server(String product, String version) {
    return new Server(product, version, "", "utf8mb4", "UTC", IdentifierCase.SENSITIVE);
  }

  public static Table table(String schema, String name) {
    return new Table(schema, name, TableKind.TABLE);
  }

  public static UniqueKeyColumn primaryKey(String schema, String table) {
    return new UniqueKeyColumn(schema, table, "PRIMARY", true, "id", 1, false, true);
  }

  public static UniqueKeyColumn uniqueKey(
      String table, String column, int position, boolean nullable, boolean wholeRow) {
    return new UniqueKeyColumn("shop", table, "uk", false, column, position, nullable, wholeRow);
  }
}
