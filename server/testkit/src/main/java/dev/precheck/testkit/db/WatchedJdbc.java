package dev.precheck.testkit.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JDBC objects that tell of every statement they execute. */
final class WatchedJdbc {

  private WatchedJdbc() {}

  /** The connection; the consumer gets the text of each statement just before it is executed. */
  static Connection connection(Connection connection, Consumer<String> executed) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = invoke(connection, method, arguments);
          return result instanceof Statement made
              ? statement(made, firstText(arguments), executed)
              : result;
        });
  }

  private static Statement statement(
      Statement statement, String preparedText, Consumer<String> executed) {
    return proxy(
        jdbcType(statement),
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            String text = firstText(arguments);
            executed.accept(text.isEmpty() ? preparedText : text);
          }
          return invoke(statement, method, arguments);
        });
  }

  private static Class<? extends Statement> jdbcType(Statement statement) {
    if (statement instanceof CallableStatement) {
      return CallableStatement.class;
    }
    return statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
  }

  private static String firstText(@Nullable Object @Nullable [] arguments) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String text
        ? text
        : "";
  }

  private static @Nullable Object invoke(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            WatchedJdbc.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.of(method, arguments)));
  }

  private interface Call {
    @Nullable Object of(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
  }
}
