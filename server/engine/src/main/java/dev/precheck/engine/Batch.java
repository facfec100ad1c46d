package dev.precheck.engine;

import dev.precheck.spi.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Tables that one statement of a probe asks about.
 *
 * @param answer what came of it; always completed by the connection that took the batch
 */
record Batch(List<QualifiedName> tables, CompletableFuture<Answer> answer) {

  /** What came of asking some tables. */
  sealed interface Answer permits Asked, Failed, NotAsked {}

  /** These have a row, in their order; the others of the batch have none. */
  record Asked(List<QualifiedName> filled) implements Answer {}

  /** The statement failed. */
  record Failed(SQLException why) implements Answer {}

  /** Nothing is known. */
  record NotAsked(String why) implements Answer {}

  /** All tables in their order, some at a time. */
  static List<Batch> of(List<QualifiedName> tables, int size) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < tables.size(); from += size) {
      List<QualifiedName> some = tables.subList(from, Math.min(from + size, tables.size()));
      batches.add(new Batch(some, new CompletableFuture<>()));
    }
    return batches;
  }
}
