package dev.precheck.app.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How values of the store's records become columns and come back. */
final class Columns {

  private Columns() {}

  static Jdbi register(Jdbi jdbi) {
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new JsonArguments());
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, context) -> {
          OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
          return time == null ? null : time.toInstant();
        });
    jdbi.registerColumnMapper(new GenericType<List<String>>() {}, json(Json::list));
    jdbi.registerColumnMapper(new GenericType<List<List<String>>>() {}, json(Json::table));
    jdbi.registerColumnMapper(new GenericType<Map<String, String>>() {}, json(Json::map));
    jdbi.registerColumnMapper(BlackObjects.class, json(Json::blackObjects));
    for (Class<?> row :
        List.of(
            DataSourceEntry.class,
            PrecheckEntry.class,
            EndpointEntry.class,
            ItemEntry.class,
            ProjectEntry.class,
            FindingEntry.class,
            Revision.class,
            AttemptEntry.class,
            SkipEntry.class)) {
      jdbi.registerRowMapper(ConstructorMapper.factory(row));
    }
    return jdbi;
  }

  private static <T> ColumnMapper<T> json(Function<String, T> parse) {
    return (row, column, context) -> {
      String text = row.getString(column);
      return text == null ? null : parse.apply(text);
    };
  }

  /** Times travel with their offset: the JVM's time zone must not have a say in them. */
  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {

    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
    }
  }
}
