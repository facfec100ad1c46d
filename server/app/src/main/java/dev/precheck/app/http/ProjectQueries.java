package dev.precheck.app.http;

import dev.precheck.api.model.ListProjectsRequest;
import dev.precheck.api.model.ProjectTypeFilter;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.store.ProjectQuery;
import dev.precheck.app.store.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a request for projects on the wire to the store's query. */
final class ProjectQueries {

  private static final int PAGE_SIZE = 10;

  private ProjectQueries() {}

  static ProjectQuery query(ListProjectsRequest request) {
    return new ProjectQuery(
        CurrentCaller.tenant(),
        Optional.ofNullable(request.getSearchKey()).orElse(""),
        Optional.ofNullable(request.getType()).map(ProjectTypeFilter::getValue),
        Optional.ofNullable(request.getStatus())
            .filter(names -> !names.isEmpty())
            .map(ProjectQueries::statuses),
        list(request.getLabelIds()),
        list(request.getSourceEndpointTypes()),
        list(request.getSinkEndpointTypes()),
        "gmtModified".equals(request.getSortField()),
        Optional.ofNullable(request.getOrder())
            .filter(order -> order.startsWith("asc"))
            .isPresent(),
        Optional.ofNullable(request.getPageNumber()).orElse(1),
        Optional.ofNullable(request.getPageSize()).orElse(PAGE_SIZE));
  }

  /** Statuses that only OMS has are those of no project here. */
  private static Set<Status> statuses(List<String> names) {
    Set<Status> statuses = EnumSet.noneOf(Status.class);
    for (Status status : Status.values()) {
      if (names.contains(ProjectStepMapper.status(status).getValue())) {
        statuses.add(status);
      }
    }
    return statuses;
  }

  private static List<String> list(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}
