package dev.precheck.spi;

/** A facet of one side. */
public record Read(Side side, Facet<?> facet) {

  public static Read source(Facet<?> facet) {
    return new Read(Side.SOURCE, facet);
  }

  public static Read target(Facet<?> facet) {
    return new Read(Side.TARGET, facet);
  }
}
