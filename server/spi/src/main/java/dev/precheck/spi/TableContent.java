package dev.precheck.spi;

/**
 * A selected table that has rows or could not be looked at; tables without a row are left out.
 *
 * @param state what was seen
 * @param reason why it could not be looked at; empty if it could
 */
public record TableContent(String schema, String name, State state, String reason) {

  public static final Facet<TableContent> FACET =
      new Facet<>("table_content", TableContent.class, Facet.Source.PROBE);

  /** What the probe saw. */
  public enum State {
    HAS_ROWS,
    UNREADABLE
  }

  public QualifiedName table() {
    return new QualifiedName(schema, name);
  }
}
