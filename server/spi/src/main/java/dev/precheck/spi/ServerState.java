package dev.precheck.spi;

/**
 * Which server answers, whether it takes writes, and how the session with it is secured.
 *
 * @param identity what no other server has: {@code server_uuid} and where it listens (MySQL), where
 *     it listens and keeps its data (MariaDB), the system identifier and the moment of its start
 *     (PostgreSQL)
 * @param startedAt when it was started, in seconds since 1970, give or take a second; 0 if it does
 *     not tell
 * @param databaseName the database that the session is in, where tables of another one are out of
 *     reach (PostgreSQL); empty in MySQL and MariaDB
 * @param readOnly whether it refuses writes, though not of all accounts: {@code read_only} (MySQL
 *     8.0 manual, 7.1.8)
 * @param readOnlyForAll whether it refuses the writes of every account: {@code super_read_only},
 *     {@code innodb_read_only}, or recovery (PostgreSQL, {@code pg_is_in_recovery})
 * @param passesReadOnly whether the account itself has a privilege to write in spite of {@code
 *     readOnly}; what its roles have is not seen
 * @param activeRole the roles that are active in the session (MySQL, MariaDB); empty if none
 * @param standby whether it is a physical standby (PostgreSQL)
 * @param tlsVersion as the server spells it, for example {@code TLSv1.3}; empty if the session is
 *     not encrypted
 * @param tlsCipher the cipher suite of the session as the server spells it, for example {@code
 *     TLS_AES_256_GCM_SHA384}; empty if the session is not encrypted
 * @param namedZones whether it knows time zones by name, for which MySQL and MariaDB need tables
 *     that somebody has to fill
 * @param januaryOffset how many minutes its time is ahead of UTC on January 15, 2025, in the
 *     session's time zone (MySQL, MariaDB); elsewhere 0
 * @param julyOffset the same on July 15, 2025
 */
public record ServerState(
    String identity,
    long startedAt,
    String databaseName,
    boolean readOnly,
    boolean readOnlyForAll,
    boolean passesReadOnly,
    String activeRole,
    boolean standby,
    String tlsVersion,
    String tlsCipher,
    boolean namedZones,
    int januaryOffset,
    int julyOffset) {

  public static final Facet<ServerState> FACET = Facet.ofServer("server_state", ServerState.class);

  /** The start is worked out from an uptime, which two sessions see at different moments. */
  private static final long SECONDS_APART = 5;

  /**
   * Whether both are the same server. A copied data directory has the identity of its original, so
   * that the start decides.
   */
  public boolean isSameServerAs(ServerState other) {
    return identity.equals(other.identity)
        && Math.abs(startedAt - other.startedAt) <= SECONDS_APART;
  }
}
