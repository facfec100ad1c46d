package dev.precheck.checks.object;

import static java.util.stream.Collectors.toMap;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.Identity;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Sequence;
import dev.precheck.spi.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sequences of the source, with the columns that take their values from them. */
final class SequenceRows {

  /** As MariaDB prints a default: each backtick of a name is doubled. */
  private static final Pattern NEXT_VALUE =
      Pattern.compile("nextval\\(`((?:[^`]|``)+)`\\.`((?:[^`]|``)+)`\\)");

  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

  private SequenceRows() {}

  /** PostgreSQL knows the columns itself; in MariaDB they are known by their defaults alone. */
  static List<Sequence> of(CheckContext context) {
    Snapshot source = context.here();
    return context.endpoint().engine().equals(DatabaseEngine.MARIADB)
        ? ofMariaDb(source.rows(Sequence.FACET), source.rows(Column.FACET))
        : source.rows(Sequence.FACET);
  }

  private static List<Sequence> ofMariaDb(List<Sequence> sequences, List<Column> columns) {
    Map<QualifiedName, QualifiedName> byPrinted =
        sequences.stream()
            .map(Sequence::qualified)
            .collect(toMap(SequenceRows::printed, Function.identity(), (a, b) -> a));
    List<Sequence> rows = new ArrayList<>();
    Set<QualifiedName> used = new HashSet<>();
    for (Column column : columns) {
      Matcher value = NEXT_VALUE.matcher(column.defaultValue());
      if (column.identity() == Identity.SEQUENCE && value.matches()) {
        QualifiedName name = new QualifiedName(unquoted(value, 1), unquoted(value, 2));
        QualifiedName known = byPrinted.getOrDefault(printed(name), name);
        used.add(known);
        rows.add(used(known, column));
      }
    }
    sequences.stream().filter(sequence -> !used.contains(sequence.qualified())).forEach(rows::add);
    return rows;
  }

  /** MariaDB 10.11 prints what is not ASCII as a question mark. */
  private static QualifiedName printed(QualifiedName name) {
    return new QualifiedName(
        NOT_ASCII.matcher(name.schema()).replaceAll("?"),
        NOT_ASCII.matcher(name.name()).replaceAll("?"));
  }

  private static String unquoted(Matcher name, int group) {
    return name.group(group).replace("``", "`");
  }

  private static Sequence used(QualifiedName name, Column column) {
    return new Sequence(
        name.schema(),
        name.name(),
        column.schema(),
        column.tableName(),
        column.columnName(),
        false,
        0,
        0,
        0,
        0,
        false,
        false);
  }
}
