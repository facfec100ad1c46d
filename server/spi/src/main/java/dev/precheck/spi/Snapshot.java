package dev.precheck.spi;

import java.util.List;

/** The facts of one endpoint, read once and immutable. */
public interface Snapshot {

  /**
   * The rows of a facet.
   *
   * @throws IllegalStateException if the item did not declare that it reads the facet
   */
  <R extends Record> List<R> rows(Facet<R> facet);

  /**
   * The row of a facet that has exactly one.
   *
   * @throws IllegalStateException if there is not exactly one, or it was not declared
   */
  default <R extends Record> R row(Facet<R> facet) {
    List<R> rows = rows(facet);
    if (rows.size() != 1) {
      throw new IllegalStateException(facet + " has " + rows.size() + " rows instead of one");
    }
    return rows.get(0);
  }
}
