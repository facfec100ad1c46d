package dev.precheck.app.store.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** Conditions that a caller may leave out, with their arguments. */
public final class Conditions {

  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> arguments = new HashMap<>();

  /** One more, if there is a value: it is bound to {@code :name}. */
  public Conditions and(String condition, String name, Optional<?> value) {
    value.ifPresent(
        present -> {
          sql.append(" and ").append(condition);
          arguments.put(name, present);
        });
    return this;
  }

  /** One of these values, if there are any. */
  Conditions in(String column, List<?> values) {
    if (values.isEmpty()) {
      return this;
    }
    String separator = " and " + column + " in (";
    for (Object value : values) {
      String name = "in" + arguments.size();
      sql.append(separator).append(':').append(name);
      arguments.put(name, value);
      separator = ", ";
    }
    sql.append(')');
    return this;
  }

  /** They begin with {@code and}. */
  public String sql() {
    return sql.toString();
  }

  /** Binds their arguments. */
  public <Q extends SqlStatement<Q>> Q bindTo(Q query) {
    return query.bindMap(arguments);
  }
}
