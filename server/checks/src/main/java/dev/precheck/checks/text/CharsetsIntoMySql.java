package dev.precheck.checks.text;

import dev.precheck.checks.BySelection;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Characters of texts that come to MySQL or MariaDB. */
final class CharsetsIntoMySql {

  /** Types of PostgreSQL that hold any characters; others that are printed hold ASCII. */
  private static final Set<String> TEXTS =
      Set.of(
          "varchar", "bpchar", "text", "citext", "name", "char", "json", "jsonb", "xml", "hstore");

  static final Problem UNKNOWN =
      Problem.error(
          "CHARSET_UNKNOWN",
          "{column} has the character set {charset}, which the target does not have.",
          "Convert the column to utf8mb4 on the source, or create the table on the target by hand.");
  static final Problem NARROWER =
      Problem.error(
          "CHARSET_NARROWER",
          "{column} has the character set {target} on the target, which lacks characters of the"
              + " source's {charset}.",
          "Convert the target's column to {charset}.");
  static final Problem DEFAULT_NARROWER =
      Problem.warning(
          "DEFAULT_CHARSET_NARROWER",
          "The default character set of {schema} on the target is {target}, which lacks characters of"
              + " the source's {charset}: a table that is created without naming one refuses them.",
          "Give the target's database the character set utf8mb4 before tables are created in it.");

  private CharsetsIntoMySql() {}

  static List<Finding> findings(CheckContext context, boolean fromMySql) {
    return fromMySql ? ofColumns(context) : ofDatabase(context);
  }

  /** In MySQL and MariaDB each column has a character set of its own. */
  private static List<Finding> ofColumns(CheckContext context) {
    Map<SelectedObject, List<Column>> target = BySelection.columns(context, Side.TARGET);
    Set<String> known = Charsets.canonical(context.target().rows(Collation.FACET));
    List<Finding> findings = new ArrayList<>();
    BySelection.columns(context, Side.SOURCE)
        .forEach(
            (table, columns) -> {
              List<Column> there = target.get(table);
              for (Column column : columns) {
                String charset = column.charset();
                if (there != null) {
                  narrower(column, charset, there).forEach(f -> findings.add(f.about(table)));
                } else if (!charset.isEmpty() && !known.contains(Charsets.canonical(charset))) {
                  findings.add(at(UNKNOWN, Side.SOURCE, column, charset).about(table));
                }
              }
            });
    return findings;
  }

  /** In PostgreSQL all have that of the database; of SQL_ASCII nobody knows which it is. */
  private static List<Finding> ofDatabase(CheckContext context) {
    Map<SelectedObject, List<Column>> texts = BySelection.columns(context, Side.SOURCE);
    texts.replaceAll((table, columns) -> columns.stream().filter(c -> isText(c)).toList());
    texts.values().removeIf(List::isEmpty);
    String encoding = DatabaseEncoding.of(context, Side.SOURCE);
    if (encoding.equals(Encodings.UNCHECKED)) {
      return texts.isEmpty() ? List.of() : List.of(DatabaseEncoding.unchecked(Side.SOURCE));
    }
    String charset = Encodings.asCharset(encoding);
    Map<SelectedObject, List<Column>> target = BySelection.columns(context, Side.TARGET);
    List<Finding> findings = new ArrayList<>();
    Set<SelectedObject> created = new LinkedHashSet<>();
    texts.forEach(
        (table, columns) -> {
          List<Column> there = target.get(table);
          if (there == null) {
            created.add(table);
          } else {
            columns.stream()
                .flatMap(column -> narrower(column, charset, there).stream())
                .forEach(finding -> findings.add(finding.about(table)));
          }
        });
    findings.addAll(defaultNarrower(context, created, charset));
    return findings;
  }

  /** Itself, or what an array is of or a domain is over; a composite type may hold anything. */
  private static boolean isText(Column column) {
    return TEXTS.contains(column.typeName())
        || TEXTS.contains(column.baseType().replaceFirst("^_", ""))
        || column.typeKind() == TypeKind.COMPOSITE
        || column.baseKind() == TypeKind.COMPOSITE;
  }

  private static List<Finding> narrower(Column column, String charset, List<Column> there) {
    return there.stream()
        .filter(other -> other.columnName().equalsIgnoreCase(column.columnName()))
        .filter(other -> !other.charset().isEmpty() && !charset.isEmpty())
        .filter(other -> !Charsets.holds(other.charset(), charset))
        .map(other -> at(NARROWER, Side.TARGET, other, charset).with("target", other.charset()))
        .toList();
  }

  private static List<Finding> defaultNarrower(
      CheckContext context, Set<SelectedObject> created, String charset) {
    SchemaDefaults defaults = new SchemaDefaults(context);
    return created.stream()
        .map(defaults::of)
        .distinct()
        .filter(schema -> !Charsets.holds(schema.charset(), charset))
        .map(
            schema ->
                DEFAULT_NARROWER
                    .at(ObjectRef.schema(Side.TARGET, schema.name()))
                    .with("schema", schema.name())
                    .with("target", schema.charset())
                    .with("charset", charset)
                    .fix(
                        "ALTER DATABASE "
                            + context.migration().target().engine().quoted(schema.name())
                            + " CHARACTER SET utf8mb4"))
        .toList();
  }

  private static Finding at(Problem problem, Side side, Column column, String charset) {
    ObjectRef ref = column.ref(side);
    return problem.at(ref).with("column", ref).with("charset", charset);
  }
}
