package dev.precheck.spi;

/**
 * A channel over which the server replicates another one. Source: {@code SHOW REPLICA STATUS}
 * (MySQL), the status {@code Slaves_running} (MariaDB, which tells of running ones only), {@code
 * pg_is_in_recovery} (PostgreSQL).
 *
 * @param relayLogFile where it keeps what it has received, or anything that is not empty
 */
public record Upstream(String relayLogFile) {

  public static final Facet<Upstream> FACET = Facet.ofServer("upstreams", Upstream.class);
}
