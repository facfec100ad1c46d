package dev.precheck.checks.privilege;

import dev.precheck.checks.Rows;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.PgAccount;
import dev.precheck.spi.PgRelation;
import dev.precheck.spi.PgSchemaPrivilege;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.TableKind;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.Plans;
import java.util.Arrays;
import java.util.List;

/** Cases about an account {@code migrator} on PostgreSQL 16, and what its server says of it. */
final class PgCases {

  private PgCases() {}

  static Plans plan() {
    return Plans.plan().from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);
  }

  static CheckCase on(
      String name, Side side, Plans plan, PgAccount account, PgRelation... relations) {
    return on(name, side, plan, "16.2", account, relations);
  }

  static CheckCase on(
      String name,
      Side side,
      Plans plan,
      String version,
      PgAccount account,
      PgRelation... relations) {
    CheckCase named = CheckCase.given(name, side, plan.build());
    rows(named, side, Server.FACET, Rows.server("PostgreSQL", version));
    rows(named, side, PgAccount.FACET, account);
    rows(named, side, PgRelation.FACET, relations);
    rows(named, side, PgSchemaPrivilege.FACET, new PgSchemaPrivilege("shop", true, true));
    return named;
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

  /** An account that may connect, and these: superuser, replication, create, set, noinherit. */
  static PgAccount account(String... may) {
    return managed("", "", may);
  }

  static PgAccount managed(String managed, String held, String... may) {
    List<String> has = Arrays.asList(may);
    return new PgAccount(
        "migrator",
        "shop db",
        has.contains("superuser"),
        has.contains("replication"),
        !has.contains("noinherit"),
        !has.contains("no connect"),
        has.contains("create"),
        has.contains("set"),
        managed,
        held);
  }

  /** A table of app, with all privileges on its rows but these, and with what else is named. */
  static PgRelation table(String name, String... but) {
    List<String> odd = Arrays.asList(but);
    return new PgRelation(
        "shop",
        name,
        TableKind.TABLE,
        odd.contains("of postgres") ? "postgres" : "app",
        odd.contains("of postgres"),
        odd.contains("owned"),
        !odd.contains("select"),
        !odd.contains("select") || odd.contains("columns"),
        !odd.contains("insert"),
        !odd.contains("update"),
        !odd.contains("delete"),
        !odd.contains("truncate"),
        odd.contains("policies"),
        odd.contains("forced"),
        odd.contains("triggered"),
        odd.contains("published"),
        "",
        "");
  }

  /** The sequence of a table's column. */
  static PgRelation sequence(String table, boolean select, boolean update) {
    return new PgRelation(
        "shop",
        table + "_id_seq",
        TableKind.SEQUENCE,
        "app",
        false,
        false,
        select,
        select,
        false,
        update,
        false,
        false,
        false,
        false,
        false,
        false,
        "shop",
        table);
  }
}
