package dev.precheck.dialects.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The lists of reserved words say what the servers refuse: neither more nor less. */
class ReservedWordsIT {

  @EachDatabase
  void aServerRefusesItsWordsAndNoOthers(TestDatabase database) throws SQLException, IOException {
    RunningDatabase server = database.start();
    String schema = server.freshSchema("words");
    Set<String> all = new TreeSet<>();
    for (TestDatabase each : TestDatabase.values()) {
      all.addAll(words(each));
    }
    Set<String> refused = new TreeSet<>();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (String word : all) {
        String table = server.engine().quoted(schema) + "." + server.engine().quoted("t_" + word);
        if (isRefused(statement, "CREATE TABLE " + table + " (" + word + " INT)")) {
          refused.add(word);
        }
      }
    }

    assertThat(refused).isEqualTo(words(database));
  }

  private static boolean isRefused(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return false;
    } catch (SQLException e) {
      return true;
    }
  }

  private static Set<String> words(TestDatabase database) throws IOException {
    String file =
        switch (database) {
          case MYSQL_5_7 -> "mysql-5.7";
          case MYSQL_8_0 -> "mysql-8.0";
          case MYSQL_9_7 -> "mysql-9.7";
          case MARIADB_10_11 -> "mariadb-10.11";
          case MARIADB_11_4 -> "mariadb-11.4";
          case POSTGRESQL_14 -> "postgresql-14";
          case POSTGRESQL_18 -> "postgresql-18";
          case H2 -> "h2-2";
        };
    String path = "/dev/precheck/checks/name/words/" + file + ".txt";
    try (InputStream text =
        Objects.requireNonNull(ReservedWordsIT.class.getResourceAsStream(path), path)) {
      return Arrays.stream(new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
