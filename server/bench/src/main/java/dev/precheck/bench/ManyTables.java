package dev.precheck.bench;

import dev.precheck.spi.QualifiedName;
import dev.precheck.testkit.db.RunningDatabase;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A schema with many tables of an ordinary shape: some columns, a primary key, an index.
 *
 * @param copy another schema of the server with the same tables, to migrate into
 */
record ManyTables(RunningDatabase server, String schema, String copy, int size) {

  private static final int CHUNK = 500;

  static ManyTables create(RunningDatabase server, int size) {
    ManyTables tables =
        new ManyTables(server, server.freshSchema("bench"), server.freshSchema("copy"), size);
    tables.execute(
        "CREATE TABLE %s (id INT PRIMARY KEY, code VARCHAR(40) NOT NULL UNIQUE, note"
            + " VARCHAR(200), price DECIMAL(10, 2), made TIMESTAMP NULL)");
    return tables;
  }

  private void execute(String statement) {
    for (String where : List.of(schema, copy)) {
      for (int from = 0; from < size; from += CHUNK) {
        server.execute(
            IntStream.range(from, Math.min(from + CHUNK, size))
                .mapToObj(number -> statement.formatted(quoted(where, number)))
                .toList());
      }
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

  private String quoted(String where, int number) {
    return server.engine().quoted(new QualifiedName(where, name(number)));
  }
}
