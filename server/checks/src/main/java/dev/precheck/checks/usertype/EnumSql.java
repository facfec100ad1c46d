package dev.precheck.checks.usertype;

import dev.precheck.checks.SqlLiteral;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements about enums (PostgreSQL manual, CREATE TYPE and ALTER TYPE). */
final class EnumSql {

  private EnumSql() {}

  static String create(DatabaseEngine engine, QualifiedName type, List<String> labels) {
    return "CREATE TYPE "
        + engine.quoted(type)
        + " AS ENUM ("
        + labels.stream().map(SqlLiteral::of).collect(Collectors.joining(", "))
        + ")";
  }

  /** Adds the labels that are missing, each where it stands among the others. */
  static List<String> add(
      DatabaseEngine engine, QualifiedName type, List<String> wanted, List<String> present) {
    List<String> statements = new ArrayList<>();
    for (int at = 0; at < wanted.size(); at++) {
      if (!present.contains(wanted.get(at))) {
        statements.add(
            "ALTER TYPE "
                + engine.quoted(type)
                + " ADD VALUE "
                + SqlLiteral.of(wanted.get(at))
                + place(wanted, at, present));
      }
    }
    return statements;
  }

  private static String place(List<String> wanted, int at, List<String> present) {
    if (at > 0) {
      return " AFTER " + SqlLiteral.of(wanted.get(at - 1));
    }
    Optional<String> next = wanted.stream().filter(present::contains).findFirst();
    return next.map(label -> " BEFORE " + SqlLiteral.of(label)).orElse("");
  }
}
