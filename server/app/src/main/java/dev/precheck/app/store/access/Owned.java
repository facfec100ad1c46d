package dev.precheck.app.store.access;

import dev.precheck.app.store.DataSources;
import dev.precheck.app.store.Projects;
import dev.precheck.app.store.Tombstones;
import dev.precheck.wire.error.ApiException;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/**
 * What belongs to which tenant. Of what belongs to another one, everything is as if it had never
 * been: the same statement looks for both, and the same answer is given.
 */
@Singleton
public final class Owned {

  private final Jdbi jdbi;

  Owned(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What an id can be of; the names are those of the contract's {@code x-refers-to}. */
  public enum Kind {
    PreCheck("precheck"),
    DataSource("data_source"),
    Project("project"),
    ApiToken("api_token");

    private final String table;

    Kind(String table) {
      this.table = table;
    }
  }

  /**
   * Lets only those go on whose tenant has it.
   *
   * @throws ApiException if the tenant has no such thing, as for an id that never was
   */
  public void refuseUnlessOf(String tenant, Kind kind, String id) {
    boolean there =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id from " + kind.table + " where id = :id and tenant = :tenant")
                    .bind("id", id)
                    .bind("tenant", tenant)
                    .mapTo(String.class)
                    .findOne()
                    .isPresent());
    if (!there) {
      throw missing(tenant, kind, id);
    }
  }

  private ApiException missing(String tenant, Kind kind, String id) {
    return switch (kind) {
      case PreCheck -> jdbi.withHandle(handle -> Tombstones.missing(handle, tenant, id));
      case DataSource -> DataSources.missing(id);
      case Project -> Projects.missing(id);
      case ApiToken -> ApiTokens.missing(id);
    };
  }
}
