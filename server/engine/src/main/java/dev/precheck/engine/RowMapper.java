package dev.precheck.engine;

import dev.precheck.spi.Facet;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns the rows of a facet's statement into its records, column by component name; the only column
 * is the only component's, whatever its name.
 */
final class RowMapper<R extends Record> {

  private final Constructor<R> constructor;
  private final RecordComponent[] components;
  private final String[] columns;

  RowMapper(Facet<R> facet) {
    components = facet.row().getRecordComponents();
    columns = Arrays.stream(components).map(c -> snakeCase(c.getName())).toArray(String[]::new);
    try {
      constructor =
          facet
              .row()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(facet + " has no canonical constructor", e);
    }
  }

  List<R> all(ResultSet results) throws SQLException {
    int[] indexes = new int[columns.length];
    for (int at = 0; at < columns.length; at++) {
      indexes[at] = isOnly(results) ? 1 : results.findColumn(columns[at]);
    }
    List<R> rows = new ArrayList<>();
    Map<String, String> texts = new HashMap<>();
    while (results.next()) {
      Object[] values = new Object[columns.length];
      for (int at = 0; at < values.length; at++) {
        values[at] = value(results, indexes[at], components[at].getType(), texts);
      }
      rows.add(row(values));
    }
    return rows;
  }

  /** There is no doubt then: SHOW statements name their column as they like. */
  private boolean isOnly(ResultSet results) throws SQLException {
    return columns.length == 1 && results.getMetaData().getColumnCount() == 1;
  }

  /**
   * A NULL text is an empty text: a facet's rows hold no null. The same text is kept once, for the
   * names and types of a hundred thousand columns are a few thousand.
   */
  private static Object value(
      ResultSet results, int index, Class<?> type, Map<String, String> texts) throws SQLException {
    if (type == boolean.class) {
      return results.getBoolean(index);
    } else if (type == int.class) {
      return results.getInt(index);
    } else if (type == long.class) {
      return results.getLong(index);
    }
    String text = results.getString(index);
    String value = text == null ? "" : text;
    return type.isEnum() ? constant(type, value) : texts.computeIfAbsent(value, same -> same);
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("\"" + name + "\" is no " + type.getSimpleName()));
  }

  private R row(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("A row was refused: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
