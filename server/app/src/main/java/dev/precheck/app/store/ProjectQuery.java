package dev.precheck.app.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which projects, in which order, which page.
 *
 * @param tenant whose
 * @param searchKey the id, or a part of the name in any case; empty for all
 * @param type MIGRATION, SYNC or VERIFY; empty for all
 * @param statuses where the latest precheck stands, INIT also if there is none; empty for all, an
 *     empty set finds nothing
 * @param labelIds at least one of them; empty for all
 * @param sourceEngines ids of engines; empty for all
 * @param sinkEngines ids of engines; empty for all
 * @param byModification whether the order is by the last change instead of by creation
 * @param ascending oldest first
 * @param pageNumber from 1
 * @param pageSize from 1
 */
public record ProjectQuery(
    String tenant,
    String searchKey,
    Optional<String> type,
    Optional<Set<Status>> statuses,
    List<String> labelIds,
    List<String> sourceEngines,
    List<String> sinkEngines,
    boolean byModification,
    boolean ascending,
    int pageNumber,
    int pageSize) {

  public ProjectQuery {
    statuses = statuses.map(Set::copyOf);
    labelIds = List.copyOf(labelIds);
    sourceEngines = List.copyOf(sourceEngines);
    sinkEngines = List.copyOf(sinkEngines);
  }

  long offset() {
    return (pageNumber - 1L) * pageSize;
  }

  /** For LIKE with the escape character {@code !}. */
  String pattern() {
    return "%" + searchKey.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }
}
