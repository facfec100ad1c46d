package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Version;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every dialect must do, proven against the real server. A subclass names the database:
 *
 * <pre>{@code
 * final class MySql80IT extends DialectContract {
 *   MySql80IT() { super(TestDatabase.MYSQL_8_0); }
 * }
 * }</pre>
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class DialectContract extends PrivilegeContract {

  private static final int MANY = 300;

  protected DialectContract(TestDatabase database) {
    super(database);
  }

  @Test
  public void theServerDescribesItself() throws SQLException {
    List<String> rows = read(running().superuser(), Server.FACET, List.of());

    assertThat(rows).hasSize(1);
    String[] server = rows.get(0).split(" \\| ", -1);
    assertThat(server[0]).isEqualTo(running().engine().label());
    assertThat(Version.parse(server[1])).isGreaterThan(Version.of(1, 0));
    assertThat(server[3]).isNotBlank();
    assertThat(server[4]).isNotBlank();
    assertThat(server[5]).isEqualTo("SENSITIVE");
  }

  @Test
  public void schemasAreThoseOfUsers() throws SQLException {
    String schema = running().freshSchema("Some\"`schéma'");

    assertThat(read(running().superuser(), Schema.FACET, List.of()))
        .extracting(row -> row.substring(0, row.indexOf(" | ")))
        .contains(schema)
        .doesNotContain("information_schema", "INFORMATION_SCHEMA", "pg_catalog", "mysql", "sys")
        .doesNotContain("performance_schema", "pg_toast");
  }

  @Test
  public void settingsAreReadByAnyAccountLessThoseOfTheSession() throws SQLException {
    ConnectionSpec nobody = running().createUser(running().fresh("nobody"), "secret");

    assertThat(read(nobody, Setting.FACET, List.of()))
        .contains(
            switch (database().flavour()) {
              case MYSQL, MARIADB -> "lower_case_table_names | 0";
              case POSTGRESQL -> "standard_conforming_strings | on";
              case H2 -> "MODE | REGULAR";
            })
        .noneMatch(row -> row.startsWith("TimeZone |"));
  }

  @Test
  public void settingsThatMayHoldSecretsAreNotRead() throws SQLException {
    assertThat(read(running().superuser(), Setting.FACET, List.of()))
        .noneMatch(row -> row.matches("(init_connect|archive_command|primary_conninfo) \\|.*"));
  }

  @Test
  public void hasRowTellsWhichOfHundredsOfTablesHaveRows() throws SQLException {
    String schema = running().freshSchema("content");
    List<String> ddl = new ArrayList<>();
    IntStream.range(0, MANY).forEach(i -> ddl.add("CREATE TABLE " + quoted("t" + i) + " (id INT)"));
    IntStream.range(0, MANY / 3)
        .forEach(i -> ddl.add("INSERT INTO " + quoted("t" + i * 3) + " VALUES (1), (2)"));
    running().executeIn(schema, ddl);

    String sql =
        IntStream.range(0, MANY)
            .mapToObj(i -> dialect().hasRow(String.valueOf(i), table(schema, "t" + i)))
            .collect(Collectors.joining(" UNION ALL "));

    assertThat(select(running().superuser(), sql))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MANY / 3).mapToObj(i -> String.valueOf(i * 3)).toList());
  }

  @Test
  public void hasRowYieldsItsLabelToTheLetter() throws SQLException {
    String schema = running().freshSchema("It's");
    String name = "a\"b`c'd\\e ?";
    String created = running().engine().quoted(table(schema, name));
    running()
        .execute("CREATE TABLE " + created + " (id INT)", "INSERT INTO " + created + " VALUES (1)");
    String label = "it's \\ \"ü\" ? :schemas";

    assertThat(select(running().superuser(), dialect().hasRow(label, table(schema, name))))
        .containsExactly(label);
  }

  @Test
  public void aTableThatMayNotBeReadIsDenied() throws SQLException {
    String schema = running().freshSchema("denied");
    running().executeIn(schema, List.of("CREATE TABLE " + quoted("secret") + " (id INT)"));
    ConnectionSpec nobody = running().createUser(running().fresh("nobody"), "secret");

    SQLException failure = failureOf(nobody, dialect().hasRow("1", table(schema, "secret")));

    assertThat(dialect().isAccessDenied(failure)).as(failure.getMessage()).isTrue();
    assertThat(dialect().isTimeout(failure)).isFalse();
  }

  @Test
  public void aLockedTableDoesNotHoldItUpForLong() throws SQLException {
    assumeThat(running().engine()).as("H2 reads past locks").isNotEqualTo(DatabaseEngine.H2);
    String schema = running().freshSchema("locked");
    running().executeIn(schema, List.of("CREATE TABLE t (id INT)"));
    String table = running().engine().quoted(table(schema, "t"));

    try (Connection holder = running().connect();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute(
          database().flavour() == Flavour.POSTGRESQL
              ? "LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE"
              : "LOCK TABLES " + table + " WRITE");

      SQLException failure =
          failureOf(running().superuser(), dialect().hasRow("1", table(schema, "t")));

      assertThat(dialect().isTimeout(failure)).as(failure.getMessage()).isTrue();
    }
  }

  @Test
  public void nothingCanBeWritten() throws SQLException {
    assumeThat(running().engine()).as("H2 has no such sessions").isNotEqualTo(DatabaseEngine.H2);
    String schema = running().freshSchema("readonly");
    running().executeIn(schema, List.of("CREATE TABLE t (id INT)"));
    String table = running().engine().quoted(table(schema, "t"));

    for (String write :
        List.of(
            "INSERT INTO " + table + " VALUES (1)",
            "DROP TABLE " + table,
            "CREATE TABLE " + running().engine().quoted(table(schema, "n")) + " (id INT)")) {
      SQLException failure = failureOf(running().superuser(), write);
      assertThat(String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT))
          .as(write)
          .containsPattern("read.only");
    }
  }

  @Test
  public void theServerEndsAStatementAtItsDeadline() throws SQLException {
    Deadlines hasty =
        new Deadlines(
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));
    try (Connection connection =
            dialect().connect(running().superuser(), Routes.to(running().superuser()), hasty);
        Statement statement = connection.createStatement()) {

      SQLException failure =
          Objects.requireNonNull(
              catchThrowableOfType(
                  SQLException.class,
                  () -> statement.executeQuery(database().flavour().slowStatement()).close()));

      assertThat(dialect().isTimeout(failure)).as(failure.getMessage()).isTrue();
      assertThat(dialect().isAccessDenied(failure)).isFalse();
      assertThat(select(connection, "SELECT 1")).as("the connection lives on").hasSize(1);
    }
  }

  private String quoted(String name) {
    return running().engine().quoted(name);
  }

  private static QualifiedName table(String schema, String name) {
    return new QualifiedName(schema, name);
  }

  private List<String> select(ConnectionSpec spec, String sql) throws SQLException {
    try (Connection connection = dialect().connect(spec, Routes.to(spec), Deadlines.standard())) {
      return select(connection, sql);
    }
  }

  private static List<String> select(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (results.next()) {
        values.add(results.getString(1));
      }
      return values;
    }
  }

  private SQLException failureOf(ConnectionSpec spec, String sql) throws SQLException {
    try (Connection connection = dialect().connect(spec, Routes.to(spec), Deadlines.standard());
        Statement statement = connection.createStatement()) {
      return Objects.requireNonNull(
          catchThrowableOfType(SQLException.class, () -> statement.execute(sql)));
    }
  }
}
