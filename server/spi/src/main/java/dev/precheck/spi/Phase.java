package dev.precheck.spi;

/** A step of a migration; the plan says which ones run, and checks apply to some of them. */
public enum Phase {
  /** Schemas, tables, indexes and views are created on the target. */
  STRUCTURE("structure transfer"),
  /** Existing rows are copied. */
  FULL("full transfer"),
  /** Copied rows are compared. */
  VERIFY("full verification"),
  /** Changes are captured from the source's log and applied to the target. */
  INCREMENTAL("incremental transfer"),
  /** After the switch, changes flow back from the target to the source. */
  REVERSE("reverse incremental transfer");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /** The phase in running text, for example {@code full transfer}. */
  public String label() {
    return label;
  }
}
