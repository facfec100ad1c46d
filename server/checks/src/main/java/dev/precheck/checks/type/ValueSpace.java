package dev.precheck.checks.type;

/**
 * What values a type holds.
 *
 * @param kind the sort of values
 * @param lowest the lowest number, year or hour; empty if the type's parameters say it, or nothing
 * @param highest the highest number, year or hour, the most digits, mantissa bits, bits or bytes;
 *     empty if nothing limits it
 * @param since the first version that has it, {@code never}, or empty if all have
 */
record ValueSpace(Kind kind, String lowest, String highest, String since) {

  /** Sorts of values; types of one sort hold the same things up to their limits. */
  enum Kind {
    INTEGER,
    DECIMAL,
    FLOAT,
    MONEY,
    BOOLEAN,
    BITS,
    TEXT,
    BYTES,
    DATE,
    TIMESTAMP,
    /** A moment, whatever the zone of the one who reads it. */
    INSTANT,
    TIME,
    TIMETZ,
    INTERVAL,
    ENUM,
    SET,
    JSON,
    UUID,
    NETWORK,
    XML,
    HSTORE,
    SHAPE,
    GEOMETRY,
    SEARCH,
    VECTOR,
    SYSTEM
  }
}
