package dev.precheck.app.store;

import dev.precheck.app.security.Vault;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All that is sealed in the store, whatever table it is in. */
@Singleton
public final class StoredSecrets {

  private static final int BATCH = 500;

  /** A column with sealed texts: which row it is, and whom the text is sealed for. */
  private record Place(String table, String column, List<String> key, String owner) {

    String where() {
      return String.join(" and ", key.stream().map(k -> k + " = :" + k).toList());
    }
  }

  private static final List<Place> PLACES =
      List.of(
          new Place("setting", "content", List.of("name"), "name"),
          new Place("data_source", "password", List.of("id"), "id"),
          new Place("data_source", "client_key", List.of("id"), "id || '/clientKey'"),
          endpoint("password", "data_source_id"),
          endpoint("client_key", "data_source_id || '/clientKey'"));

  private static Place endpoint(String column, String owner) {
    List<String> key = List.of("precheck_id", "side", "role");
    return new Place("precheck_endpoint", column, key, owner);
  }

  private final Jdbi jdbi;
  private final Vault vault;

  public StoredSecrets(Jdbi jdbi, Vault vault) {
    this.jdbi = jdbi;
    this.vault = vault;
  }

  /** How many each key seals, by its id; keys that seal none are not among them. */
  public Map<String, Long> countByKey() {
    Map<String, Long> counts = new TreeMap<>();
    for (Place place : PLACES) {
      each(place, (handle, row) -> counts.merge(vault.keyOf(sealed(row)), 1L, Long::sum));
    }
    return counts;
  }

  /**
   * Seals with the primary key what another one seals. Each row is changed only if it still is what
   * was read, so that a password that somebody changes meanwhile stays changed. It may be broken
   * off at any time and started again: what is done is done.
   *
   * @return how many were sealed anew
   * @throws IllegalStateException if some cannot be opened; all others have been sealed then
   */
  public long reencrypt() {
    long[] done = {0};
    Set<String> lost = new TreeSet<>();
    for (Place place : PLACES) {
      each(
          place,
          (handle, row) -> {
            try {
              done[0] += renew(handle, place, row);
            } catch (IllegalStateException e) {
              lost.add(row.get("owner") + " (with the key " + vault.keyOf(sealed(row)) + ")");
            }
          });
    }
    if (!lost.isEmpty()) {
      throw new IllegalStateException(
          done[0]
              + " secrets were encrypted anew. Those of "
              + String.join(", ", lost)
              + " were encrypted with keys that are not in the key set. Put the keys back, or give"
              + " the data sources their passwords again.");
    }
    return done[0];
  }

  private int renew(Handle handle, Place place, Map<String, Object> row) {
    String before = sealed(row);
    if (vault.isCurrent(before)) {
      return 0;
    }
    String owner = String.valueOf(row.get("owner"));
    String after = vault.seal(vault.open(before, owner), owner);
    return handle
        .createUpdate(
            "update %1$s set %2$s = :after where %3$s and %2$s = :before"
                .formatted(place.table, place.column, place.where()))
        .bindMap(row)
        .bind("before", before)
        .bind("after", after)
        .execute();
  }

  private interface Work {
    void on(Handle handle, Map<String, Object> row);
  }

  /** Each row by itself, without a transaction around several: nobody has to wait for it. */
  private void each(Place place, Work work) {
    jdbi.useHandle(
        handle -> {
          List<Map<String, Object>> rows = next(handle, place, "");
          while (!rows.isEmpty()) {
            rows.forEach(row -> work.on(handle, row));
            Map<String, Object> last = rows.get(rows.size() - 1);
            rows = next(handle, place, String.valueOf(last.get("position")));
          }
        });
  }

  private static List<Map<String, Object>> next(Handle handle, Place place, String after) {
    String position = String.join(" || ' ' || ", place.key);
    return handle
        .createQuery(
            ("select %s, %s as owner, %s as sealed, %s as position from %s where %s is not null"
                    + " and %s > :after order by position fetch first %d rows only")
                .formatted(
                    String.join(", ", place.key),
                    place.owner,
                    place.column,
                    position,
                    place.table,
                    place.column,
                    position,
                    BATCH))
        .bind("after", after)
        .mapToMap()
        .list();
  }

  private static String sealed(Map<String, Object> row) {
    return String.valueOf(row.get("sealed"));
  }
}
