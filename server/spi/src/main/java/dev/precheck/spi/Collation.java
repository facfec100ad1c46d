package dev.precheck.spi;

/**
 * A collation that the server has, and its character set. Sources: {@code
 * information_schema.COLLATION_CHARACTER_SET_APPLICABILITY} of MySQL and MariaDB, {@code
 * pg_collation} and {@code pg_database} of PostgreSQL.
 *
 * @param collationName unqualified; empty for the one that the database was created with
 * @param charset its character set; of PostgreSQL the encoding, empty for any
 * @param provider who sorts: {@code libc}, {@code icu}, {@code builtin}; empty where the server
 *     does
 * @param locale the provider's name of it, such as {@code de_DE.utf8}; empty if there is none
 * @param version the version of the provider when it was created; empty if not kept
 * @param actualVersion the version of the provider now; empty if not told
 */
public record Collation(
    String collationName,
    String charset,
    String provider,
    String locale,
    String version,
    String actualVersion) {

  public static final Facet<Collation> FACET = Facet.ofServer("collations", Collation.class);
}
