package dev.precheck.testkit.db;

import dev.precheck.engine.Dialect;
import dev.precheck.spi.Facet;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads a facet with nothing but JDBC: each row as its components in their order. */
final class FacetRows {

  private FacetRows() {}

  /** The rows, components separated by {@code " | "}. */
  static List<String> read(
      Connection connection, Dialect dialect, Facet<?> facet, List<String> schemas)
      throws SQLException {
    String sql = dialect.sql(facet).orElseThrow(() -> new AssertionError("no SQL for " + facet));
    String places = String.join(", ", Collections.nCopies(schemas.size(), "?"));
    try (PreparedStatement statement =
        connection.prepareStatement(sql.replace(":schemas", places))) {
      int index = 1;
      for (int asked = sql.split(":schemas", -1).length; asked > 1; asked--) {
        for (String schema : schemas) {
          statement.setString(index++, schema);
        }
      }
      try (ResultSet results = statement.executeQuery()) {
        List<String> rows = new ArrayList<>();
        boolean one = results.getMetaData().getColumnCount() == 1;
        while (results.next()) {
          rows.add(
              one
                  ? Objects.toString(results.getString(1), "")
                  : row(results, facet.row().getRecordComponents()));
        }
        return rows;
      }
    }
  }

  private static String row(ResultSet results, RecordComponent[] components) {
    return Arrays.stream(components)
        .map(component -> value(results, component))
        .collect(Collectors.joining(" | "));
  }

  private static String value(ResultSet results, RecordComponent component) {
    String column = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    try {
      return component.getType() == boolean.class
          ? String.valueOf(results.getBoolean(column))
          : Objects.toString(results.getString(column), "");
    } catch (SQLException e) {
      throw new AssertionError("no column " + column, e);
    }
  }
}
