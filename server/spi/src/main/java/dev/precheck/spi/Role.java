package dev.precheck.spi;

/** Which server of a primary and standby pair is meant. A single server is a primary. */
public enum Role {
  /** Takes writes and feeds change capture. */
  PRIMARY("Primary database"),
  /** Replicates the primary; may serve structure, full copy and verification. */
  STANDBY("Standby database");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** The words that stand in an item's name, for example {@code Primary database}. */
  public String label() {
    return label;
  }
}
