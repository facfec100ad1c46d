package dev.precheck.checks.privilege;

import dev.precheck.checks.Rows;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Grant;
import dev.precheck.spi.Server;
import dev.precheck.spi.SessionRoles;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableKind;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.Plans;
import java.util.Arrays;

/** Cases about an account {@code migrator} and a schema {@code shop_1} with t, u and a view v. */
final class GrantCases {

  static final String NOBODY = "GRANT USAGE ON *.* TO `migrator`@`10.%`";

  private GrantCases() {}

  /** An account on MySQL 8.0.36 that has these grants beside its first line. */
  static CheckCase holds(String name, Side side, Plans plan, String... grants) {
    return holds(name, side, plan, Rows.SERVER, "NONE", grants);
  }

  static CheckCase holds(
      String name, Side side, Plans plan, Server server, String roles, String... grants) {
    CheckCase named = CheckCase.given(name, side, plan.build());
    rows(named, side, Server.FACET, server);
    rows(named, side, Setting.FACET);
    rows(named, side, SessionRoles.FACET, new SessionRoles("migrator@10.%", roles));
    rows(named, side, Grant.FACET, Arrays.stream(grants).map(Grant::new).toArray(Grant[]::new));
    if (side == Side.TARGET) {
      named.source(Server.FACET, Rows.SERVER).source(Table.FACET, tables());
    }
    rows(named, side, Table.FACET, tables());
    return named;
  }

  static Table[] tables() {
    return new Table[] {
      Rows.table("shop_1", "t"), Rows.table("shop_1", "u"), new Table("shop_1", "v", TableKind.VIEW)
    };
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // handed on to what copies it
  static <R extends Record> void rows(CheckCase named, Side side, Facet<R> facet, R... rows) {
    if (side == Side.SOURCE) {
      named.source(facet, rows);
    } else {
      named.target(facet, rows);
    }
  }
}
