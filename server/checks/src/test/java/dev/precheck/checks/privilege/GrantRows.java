package dev.precheck.checks.privilege;

import dev.precheck.checks.Rows;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Grant;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Snapshot;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a MySQL or MariaDB server says of the privileges of an account. */
record GrantRows(Map<Facet<?>, List<?>> rows) implements Snapshot {

  /** An account without roles. */
  static GrantRows grants(String... lines) {
    return new GrantRows(
        Map.of(
            Grant.FACET, Arrays.stream(lines).map(Grant::new).toList(),
            Server.FACET, List.of(Rows.SERVER),
            Setting.FACET, List.of(),
            SessionRoles.FACET, List.of(new SessionRoles("u@%", ""))));
  }

  <R extends Record> GrantRows with(Facet<R> facet, R row) {
    Map<Facet<?>, List<?>> more = new HashMap<>(rows);
    more.put(facet, List.of(row));
    return new GrantRows(Map.copyOf(more));
  }

  /** With these roles active, as CURRENT_ROLE() prints them. */
  GrantRows active(String roles) {
    return with(SessionRoles.FACET, new SessionRoles("u@%", roles));
  }

  MySqlGrants read() {
    return MySqlGrants.of(this);
  }

  @Override
  @SuppressWarnings("unchecked") // with and grants pair facets and rows
  public <R extends Record> List<R> rows(Facet<R> facet) {
    return (List<R>) Objects.requireNonNull(rows.get(facet));
  }
}
