package dev.precheck.spi;

/** The end of a migration that an item looks at. */
public enum Side {
  /** The database that is migrated. */
  SOURCE("Source"),
  /** The database that is migrated to. */
  TARGET("Target");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  /** The word that stands in an item's name, for example {@code Source}. */
  public String label() {
    return label;
  }
}
