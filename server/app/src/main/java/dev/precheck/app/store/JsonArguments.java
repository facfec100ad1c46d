package dev.precheck.app.store;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;

/**
 * Lists, maps and object names become JSON texts. It is asked for types, not for values, because
 * batches ask so: whoever does not answer leaves lists to the SQL arrays that Jdbi would make.
 */
final class JsonArguments implements ArgumentFactory.Preparable {

  @Override
  public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
    Class<?> raw = GenericTypes.getErasedType(type);
    boolean json =
        List.class.isAssignableFrom(raw)
            || Map.class.isAssignableFrom(raw)
            || raw == BlackObjects.class;
    return json ? Optional.of(JsonArguments::argument) : Optional.empty();
  }

  private static Argument argument(Object value) {
    String text = Json.text(value);
    return (position, statement, context) -> statement.setString(position, text);
  }
}
