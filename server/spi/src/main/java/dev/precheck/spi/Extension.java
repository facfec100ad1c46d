package dev.precheck.spi;

/**
 * An extension of PostgreSQL, installed in the database or not (view pg_available_extensions).
 *
 * @param installedVersion empty if it is not installed in the database
 * @param availableVersion the version that CREATE EXTENSION would install; empty if the server does
 *     not have it
 */
public record Extension(String name, String installedVersion, String availableVersion) {

  public static final Facet<Extension> FACET = Facet.ofServer("extensions", Extension.class);
}
