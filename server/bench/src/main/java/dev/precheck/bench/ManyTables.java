package dev.precheck.bench;

import dev.precheck.spi.QualifiedName;
import dev.precheck.testkit.db.RunningDatabase;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A schema with many tables of an ordinary shape: some columns, a primary key, an index.
 *
 * @param target the server to migrate to
 * @param copy a schema of the target with the same tables, to migrate into
 */
record ManyTables(
    RunningDatabase source, String schema, RunningDatabase target, String copy, int size) {

  private static final int CHUNK = 500;

  /** Both schemas on one server. */
  static ManyTables create(RunningDatabase server, int size) {
    return create(server, server, size);
  }

  static ManyTables create(RunningDatabase source, RunningDatabase target, int size) {
    ManyTables tables =
        new ManyTables(
            source, source.freshSchema("bench"), target, target.freshSchema("copy"), size);
    tables.execute(
        "CREATE TABLE %s (id INT PRIMARY KEY, code VARCHAR(40) NOT NULL UNIQUE, note"
            + " VARCHAR(200), price DECIMAL(10, 2), made TIMESTAMP NULL)");
    return tables;
  }

  private void execute(String statement) {
    execute(statement, source, schema);
    execute(statement, target, copy);
  }

  private void execute(String statement, RunningDatabase server, String where) {
    for (int from = 0; from < size; from += CHUNK) {
      server.execute(
          IntStream.range(from, Math.min(from + CHUNK, size))
              .mapToObj(number -> new QualifiedName(where, name(number)))
              .map(table -> statement.formatted(server.engine().quoted(table)))
              .toList());
    }
  }

  List<String> names() {
    return IntStream.range(0, size).mapToObj(ManyTables::name).toList();
  }

  void drop() {
    execute("DROP TABLE %s");
  }

  private static String name(int number) {
    return "table_" + number;
  }
}
