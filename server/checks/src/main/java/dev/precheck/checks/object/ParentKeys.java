package dev.precheck.checks.object;

import dev.precheck.checks.Families;
import dev.precheck.checks.Settings;
import dev.precheck.checks.object.ForeignKeys.KeyName;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Constraint;
import dev.precheck.spi.Constraint.Action;
import dev.precheck.spi.ForeignKeyColumn;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Server;
import dev.precheck.spi.Snapshot;
import dev.precheck.spi.Table;
import dev.precheck.spi.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether foreign keys of MySQL and MariaDB refer to a unique key as a whole, as others demand: to
 * InnoDB any index will do that begins with the columns. Source: MySQL 8.4 Reference Manual,
 * 15.1.20.5, "FOREIGN KEY Constraints".
 *
 * @param unique what columns are unique together
 * @param tables whose indexes are seen
 */
record ParentKeys(Set<Columns> unique, Set<QualifiedName> tables) {

  /** Columns of a table, whose names have no case. */
  record Columns(QualifiedName table, Set<String> names) {}

  /**
   * From this version on MySQL refuses parents' keys that are not unique, unless this setting says
   * otherwise. Source: MySQL 8.4 Reference Manual, 7.1.8, "Server System Variables".
   */
  private static final Version STANDARD_KEYS_ONLY = Version.of(8, 4);

  private static final List<String> STANDARD_KEYS = List.of("restrict_fk_on_non_standard_key");

  /** Empty where the target demands no more than the source does. */
  static Optional<ParentKeys> demanded(CheckContext context) {
    return Families.isMySql(context.endpoint().engine()) && isDemandedBy(context)
        ? Optional.of(of(context.here()))
        : Optional.empty();
  }

  private static boolean isDemandedBy(CheckContext context) {
    Server target = context.target().row(Server.FACET);
    return !Families.isMySql(context.migration().target().engine())
        || (!target.product().equals("MariaDB")
            && target.number().compareTo(STANDARD_KEYS_ONLY) >= 0
            && !Settings.of(context.target()).value(STANDARD_KEYS).orElse("ON").equals("OFF"));
  }

  private static ParentKeys of(Snapshot source) {
    Set<Columns> unique = new HashSet<>();
    source.rows(IndexColumn.FACET).stream()
        .filter(IndexColumn::unique)
        .collect(Collectors.groupingBy(c -> new KeyName(c.table(), c.indexName())))
        .forEach(
            (index, columns) -> {
              if (columns.stream().allMatch(IndexColumn::wholeColumn)) {
                unique.add(
                    new Columns(
                        index.table(), names(columns.stream().map(IndexColumn::columnName))));
              }
            });
    return new ParentKeys(
        unique,
        source.rows(Table.FACET).stream().map(Table::qualified).collect(Collectors.toSet()));
  }

  private static Set<String> names(Stream<String> columns) {
    return columns.map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** What is wrong with what a key refers to. */
  Optional<Problem> problem(Constraint key, List<ForeignKeyColumn> columns) {
    Columns parent =
        new Columns(key.parent(), names(columns.stream().map(ForeignKeyColumn::parentColumn)));
    if (unique.contains(parent)) {
      return Optional.empty();
    }
    boolean seen = tables.contains(key.parent()) && !columns.isEmpty();
    return Optional.of(
        seen || isSaidToBeNone(key)
            ? ForeignKeyCheck.NOT_UNIQUE
            : ForeignKeyCheck.PARENT_KEY_HIDDEN);
  }

  /** MySQL 8 names the parent's key only if it is unique. */
  private static boolean isSaidToBeNone(Constraint key) {
    return key.parentKey().isEmpty() && key.onDelete() != Action.HIDDEN;
  }
}
