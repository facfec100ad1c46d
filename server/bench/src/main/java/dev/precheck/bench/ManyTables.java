package dev.precheck.bench;

import dev.precheck.spi.QualifiedName;
import dev.precheck.testkit.db.RunningDatabase;
import java.util.List;
import java.util.stream.IntStream;

/** A schema with many tables of an ordinary shape: some columns, a primary key, an index. */
record ManyTables(RunningDatabase server, String schema, int size) {

  private static final int CHUNK = 500;

  static ManyTables create(RunningDatabase server, int size) {
    ManyTables tables = new ManyTables(server, server.freshSchema("bench"), size);
    for (int from = 0; from < size; from += CHUNK) {
      server.execute(
          IntStream.range(from, Math.min(from + CHUNK, size))
              .mapToObj(
                  number ->
                      "CREATE TABLE "
                          + tables.quoted(number)
                          + " (id INT PRIMARY KEY, code VARCHAR(40) NOT NULL UNIQUE, note"
                          + " VARCHAR(200), price DECIMAL(10, 2), made TIMESTAMP NULL)")
              .toList());
    }
    return tables;
  }

  List<String> names() {
    return IntStream.range(0, size).mapToObj(ManyTables::name).toList();
  }

  void drop() {
    for (int from = 0; from < size; from += CHUNK) {
      server.execute(
          IntStream.range(from, Math.min(from + CHUNK, size))
              .mapToObj(number -> "DROP TABLE " + quoted(number))
              .toList());
    }
  }

  private static String name(int number) {
    return "table_" + number;
  }

  private String quoted(int number) {
    return server.engine().quoted(new QualifiedName(schema, name(number)));
  }
}
