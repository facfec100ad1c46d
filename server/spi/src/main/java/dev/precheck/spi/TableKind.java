package dev.precheck.spi;

/** What stands under a table-like name. */
public enum TableKind {
  TABLE,
  /** A partitioned table as a whole. */
  PARTITIONED_TABLE,
  /** One partition that has a name of its own (PostgreSQL); its parent is what a plan selects. */
  PARTITION,
  VIEW,
  MATERIALIZED_VIEW,
  FOREIGN_TABLE,
  SEQUENCE,
  OTHER;

  /** Whether a pattern of a plan can take it. */
  public boolean isSelectable() {
    return isTable() || isView();
  }

  /** Whether it holds rows of its own that a full transfer copies. */
  public boolean isTable() {
    return this == TABLE || this == PARTITIONED_TABLE;
  }

  public boolean isView() {
    return this == VIEW || this == MATERIALIZED_VIEW;
  }
}
