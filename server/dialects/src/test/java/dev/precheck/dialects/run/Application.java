package dev.precheck.dialects.run;

import dev.precheck.testkit.db.RunningDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.util.ScriptReader;

/**
 * The tables of well-known applications, created by the scripts that they publish in their jars.
 *
 * <p>FILM_RENTAL is this project's own, after the shape of the sample databases that vendors teach
 * with: views, triggers, routines and what else applications seldom have.
 */
enum Application {
  QUARTZ("org/quartz/impl/jdbcjobstore/tables_%s.sql", "mysql_innodb", "postgres"),
  SPRING_BATCH("org/springframework/batch/core/schema-%s.sql", "mysql", "postgresql"),
  SPRING_SESSION("org/springframework/session/jdbc/schema-%s.sql", "mysql", "postgresql"),
  SPRING_INTEGRATION("org/springframework/integration/jdbc/schema-%s.sql", "mysql", "postgresql"),
  CAMUNDA(
      "org/camunda/bpm/engine/db/create/activiti.%s.create.{}.sql",
      "mysql",
      "postgres",
      "engine",
      "history",
      "identity",
      "case.engine",
      "case.history",
      "decision.engine",
      "decision.history"),
  FLOWABLE(
      "org/flowable/{}.sql",
      "mysql",
      "postgres",
      "common/db/create/flowable.%s.create.common",
      "db/create/flowable.%s.create.engine",
      "db/create/flowable.%s.create.history"),
  FILM_RENTAL("dev/precheck/dialects/film_rental_%s.sql", "mysql", "postgresql");

  private final String pattern;
  private final String mysql;
  private final String postgresql;
  private final String parts;

  Application(String pattern, String mysql, String postgresql, String... parts) {
    this.pattern = pattern;
    this.mysql = mysql;
    this.postgresql = postgresql;
    this.parts = String.join(" ", parts);
  }

  /** Creates the tables in a schema that is there and empty. */
  void create(RunningDatabase server, String schema) {
    boolean postgreSql = server.engine().family().equals("postgresql");
    List<String> statements = new ArrayList<>();
    for (String part : parts.split(" ", -1)) {
      String path = pattern.replace("{}", part).formatted(postgreSql ? postgresql : mysql);
      statements.addAll(statements(text(path)));
    }
    server.executeIn(schema, statements);
  }

  private static List<String> statements(String script) {
    ScriptReader reader = new ScriptReader(new StringReader(script));
    reader.setSkipRemarks(true);
    List<String> statements = new ArrayList<>();
    for (String next = reader.readStatement(); next != null; next = reader.readStatement()) {
      if (!next.isBlank() && !next.strip().equalsIgnoreCase("commit")) {
        statements.add(next.strip());
      }
    }
    return statements;
  }

  /** Without the lines that are a remark to MySQL only. */
  private static String text(String path) {
    try (InputStream stream = Application.class.getClassLoader().getResourceAsStream(path)) {
      if (stream == null) {
        throw new AssertionError("no script " + path);
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      try (var lines = new BufferedReader(reader).lines()) {
        return lines.filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
