package dev.precheck.dialects;

import com.google.auto.service.AutoService;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Secret;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Databases that H2 keeps in the memory of this JVM, for the demo. Files, servers and everything
 * else that H2's URLs can name are out of reach; a session cannot be made read-only.
 */
@AutoService(Dialect.class)
public final class H2Dialect implements Dialect {

  private static final FacetSql SQL = new FacetSql(List.of("h2"));
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

  @Override
  public DatabaseEngine engine() {
    return DatabaseEngine.H2;
  }

  @Override
  public boolean isEmbedded() {
    return true;
  }

  @Override
  public Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
      throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:"
            + database(spec)
            + ";IFEXISTS=TRUE;QUERY_TIMEOUT="
            + Times.millis(deadlines.statement()));
    source.setUser(spec.endpoint().user());
    source.setPassword(spec.password().map(Secret::reveal).orElse(""));
    return source.getConnection();
  }

  private static String database(ConnectionSpec spec) throws Refusal {
    String name = spec.endpoint().database().orElse("");
    if (!NAME.matcher(name).matches()) {
      throw new Refusal(
          Stage.DATABASE,
          "\"" + name + "\" names no database in memory: 1 to 64 letters, digits and underscores.");
    }
    return name;
  }

  @Override
  public Failure explain(SQLException failure) {
    return Failures.beforeTheServer(failure).orElseGet(() -> explainCode(failure));
  }

  private static Failure explainCode(SQLException failure) {
    Stage stage =
        switch (failure.getErrorCode()) {
          case ErrorCode.WRONG_USER_OR_PASSWORD -> Stage.AUTH;
          case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 -> Stage.DATABASE;
          default -> Stage.PROBE;
        };
    return new Failure(stage, String.valueOf(failure.getErrorCode()), Failures.text(failure));
  }

  @Override
  public Optional<String> sql(Facet<?> facet) {
    return SQL.of(facet);
  }

  @Override
  public String hasRow(String label, QualifiedName table) {
    return "SELECT '"
        + label.replace("'", "''")
        + "' WHERE EXISTS (SELECT 1 FROM "
        + engine().quoted(table)
        + ")";
  }

  @Override
  public boolean isAccessDenied(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1
        || failure.getErrorCode() == ErrorCode.ADMIN_RIGHTS_REQUIRED;
  }

  @Override
  public boolean isTimeout(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.STATEMENT_WAS_CANCELED
        || failure.getErrorCode() == ErrorCode.LOCK_TIMEOUT_1;
  }
}
