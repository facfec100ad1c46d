package dev.precheck.spi;

/**
 * Which tables a pattern takes by their unique row id: a primary key, or a unique key over columns
 * that are all NOT NULL. The plan's {@code tableCategory}; listed tables are taken whatever they
 * have.
 */
public enum RowIdFilter {
  ALL,
  WITH_UNIQUE_ROW_ID,
  WITHOUT_UNIQUE_ROW_ID
}
