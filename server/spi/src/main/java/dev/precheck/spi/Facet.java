package dev.precheck.spi;

/**
 * A set of facts that the engine reads from one side, at most once a run, whatever the number of
 * checks that want it.
 *
 * @param name lower case with underscores; a dialect's SQL is found under {@code
 *     <dialect>/<name>.sql}
 * @param row a record; each component is filled from the column of the same name (camelCase from
 *     snake_case)
 * @param source how the facts are obtained
 */
public record Facet<R extends Record>(String name, Class<R> row, Source source) {

  /** How a facet's rows are obtained. */
  public enum Source {
    /** The attempt to connect itself; everything else on that side depends on it. */
    CONNECTION,
    /** A few small questions, sent to see how long an answer takes; counted as probes. */
    MEASUREMENT,
    /** One statement about the server as a whole. */
    SERVER,
    /** One statement bound to the schemas that the plan selects ({@code :schemas}). */
    SCHEMAS,
    /** Touches the selected tables themselves: batched, bounded by a deadline, counted apart. */
    PROBE
  }

  /** One statement about the server, for example its version or its settings. */
  public static <R extends Record> Facet<R> ofServer(String name, Class<R> row) {
    return new Facet<>(name, row, Source.SERVER);
  }

  /** One statement bound to the selected schemas. */
  public static <R extends Record> Facet<R> ofSchemas(String name, Class<R> row) {
    return new Facet<>(name, row, Source.SCHEMAS);
  }

  @Override
  public String toString() {
    return name;
  }
}
