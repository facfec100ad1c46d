package dev.precheck.spi;

/** A schema of the server, selected or not; in MySQL a database. */
public record Schema(String name) {

  public static final Facet<Schema> FACET = Facet.ofServer("schemas", Schema.class);
}
