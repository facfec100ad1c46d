package dev.precheck.checks.index;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.Settings;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.checks.ToCreate;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** RDB_INDEX_KEY_LENGTH: keys of indexes are no longer than the target allows. */
@AutoService(Check.class)
public final class IndexKeyLengthCheck extends SourceColumnsCheck {

  static final Problem TOO_LONG =
      Problem.error(
          "KEY_TOO_LONG",
          "A key of {index} may take {size} bytes; the target allows {limit}.",
          "Let the index on the target cover a prefix of its long columns, or give them a character set"
              + " with shorter characters.");
  static final Problem COLUMN_TOO_LONG =
      Problem.error(
          "KEY_COLUMN_TOO_LONG",
          "{column} may take {size} bytes in a key of {index}; the target allows {limit} for a column.",
          "Use ROW_FORMAT=DYNAMIC and, on MySQL 5.7, innodb_large_prefix=ON on the target, or let the"
              + " index cover a prefix of the column.");
  static final Problem NEEDS_PREFIX =
      Problem.error(
          "KEY_NEEDS_PREFIX",
          "{column} is {type}, which MySQL and MariaDB put into an index such as {index} with a prefix"
              + " only.",
          "Give the column a length on the target, or create the index there by hand over a prefix.");
  static final Problem MAY_BE_TOO_LONG =
      Problem.warning(
          "KEY_MAY_BE_TOO_LONG",
          "A key of {index} may take {size} bytes; PostgreSQL refuses a row whose key is over {limit}.",
          "Make sure that no values are that long, or index a hash of the column on the target.");

  static final Problem BY_HASH =
      Problem.error(
          "UNIQUE_BY_HASH",
          "{index} is unique over values that may be longer than {size} bytes, by their hash, which"
              + " only MariaDB can.",
          "Let a generated column on the target hold a hash of the value, such as SHA2(value, 256), and"
              + " be unique instead.");

  static final CheckType TYPE =
      CheckType.of("RDB_INDEX_KEY_LENGTH")
          .title("Index key length")
          .condition(
              "Keys of the indexes that are created on the target are no longer than it allows.")
          .why(
              "InnoDB does not create an index whose keys may be too long; PostgreSQL creates it and"
                  + " refuses rows.")
          .when(Families.known(When.anyOf(Phase.STRUCTURE)))
          .on(
              Side.SOURCE,
              ToCreate.seeing(
                  seeing(
                      Needs.reading(Server.FACET, Column.FACET, IndexColumn.FACET)
                          .and(Read.target(Setting.FACET)))))
          .reports(
              TOO_LONG,
              COLUMN_TOO_LONG,
              NEEDS_PREFIX,
              MAY_BE_TOO_LONG,
              BY_HASH,
              HiddenColumns.PROBLEM)
          .skippable("The index is not created, and statements that need it scan whole tables.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    KeyLimits limits =
        Families.isMySql(context.migration().target().engine())
            ? KeyLimits.ofInnoDb(Settings.of(context.target()))
            : KeyLimits.ofPostgreSql();
    boolean inPostgreSql = Families.isPostgreSql(context.migration().source().engine());
    Map<SelectedObject, List<IndexColumn>> indexes = BySelection.indexes(context, Side.SOURCE);
    List<Finding> findings = new ArrayList<>();
    if (inPostgreSql && !limits.refusesIndex()) {
      return findings;
    }
    boolean mariaDb = context.migration().target().engine().equals(DatabaseEngine.MARIADB);
    ToCreate.among(context, BySelection.columns(context, Side.SOURCE))
        .forEach(
            (table, columns) ->
                keys(indexes.getOrDefault(table, List.of()), columns)
                    .forEach(
                        (name, key) -> {
                          ObjectRef index = ObjectRef.index(Side.SOURCE, table.source(), name);
                          findings(index, key, limits, mariaDb)
                              .forEach(finding -> findings.add(finding.about(table)));
                        }));
    return findings;
  }

  private static List<Finding> findings(
      ObjectRef index, List<KeyColumn> key, KeyLimits limits, boolean mariaDb) {
    if (mariaDb && isMadeToFit(key)) {
      return List.of();
    }
    return isHash(key) ? byHash(index, key, limits) : judge(index, key, limits);
  }

  /**
   * MariaDB makes a unique key of long values by their hash, and gives an index of one column a
   * prefix (MariaDB, Getting Started with Indexes; seen on 10.11).
   */
  private static boolean isMadeToFit(List<KeyColumn> key) {
    IndexColumn first = key.get(0).part();
    return !first.primaryKey() && (first.unique() || key.size() == 1);
  }

  /** The columns of each B-tree, and of a unique key by hash; other kinds have no such limit. */
  private static Map<String, List<KeyColumn>> keys(
      List<IndexColumn> indexes, List<Column> columns) {
    Map<String, Column> byName =
        columns.stream().collect(Collectors.toMap(Column::columnName, c -> c, (a, b) -> a));
    Map<String, List<KeyColumn>> keys = new TreeMap<>();
    for (IndexColumn part : indexes) {
      Column column = byName.get(part.columnName());
      if (column != null && (part.method().equals("BTREE") || isUniqueHash(part))) {
        keys.computeIfAbsent(part.indexName(), name -> new ArrayList<>())
            .add(new KeyColumn(part, column));
      }
    }
    return keys;
  }

  private static boolean isHash(List<KeyColumn> key) {
    return isUniqueHash(key.get(0).part());
  }

  private static boolean isUniqueHash(IndexColumn part) {
    return part.unique() && part.method().equals("HASH");
  }

  /** Those of MEMORY tables have short keys; those to PostgreSQL are told by RDB_INDEX_TYPE. */
  private static List<Finding> byHash(ObjectRef index, List<KeyColumn> key, KeyLimits limits) {
    long size = key.stream().mapToLong(KeyColumn::valueBytes).sum();
    return !limits.refusesIndex() || size <= limits.key()
        ? List.of()
        : List.of(BY_HASH.at(index).with("index", index).with("size", limits.key()));
  }

  private static List<Finding> judge(ObjectRef index, List<KeyColumn> key, KeyLimits limits) {
    List<Finding> findings = new ArrayList<>();
    long size = 0;
    for (KeyColumn part : key) {
      if (limits.refusesIndex() && part.isUnlimited()) {
        findings.add(at(NEEDS_PREFIX, index, part).with("type", part.column().fullType()));
      } else if (part.bytes() > limits.column()) {
        findings.add(
            at(COLUMN_TOO_LONG, index, part)
                .with("size", part.bytes())
                .with("limit", limits.column()));
      }
      size += part.isUnlimited() ? 0 : part.bytes();
    }
    if (findings.isEmpty() && size > limits.key()) {
      findings.add(
          (limits.refusesIndex() ? TOO_LONG : MAY_BE_TOO_LONG)
              .at(index)
              .with("index", index)
              .with("size", size)
              .with("limit", limits.key()));
    }
    return findings;
  }

  private static Finding at(Problem problem, ObjectRef index, KeyColumn part) {
    ObjectRef ref = part.column().ref(Side.SOURCE);
    return problem.at(index).with("index", index).with("column", ref);
  }
}
