package dev.precheck.checks.text;

import com.google.auto.service.AutoService;
import dev.precheck.checks.BySelection;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Schema;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** RDB_CHARSET: the target can hold every character that the source's columns may hold. */
@AutoService(Check.class)
public final class CharsetCheck extends SourceColumnsCheck {

  /** Types of PostgreSQL that hold any characters; others that are printed hold ASCII. */
  private static final Set<String> TEXTS =
      Set.of("varchar", "bpchar", "text", "citext", "name", "char", "json", "jsonb", "xml");

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
  static final Problem ENCODING =
      Problem.error(
          "ENCODING_NARROWER",
          "The target database's encoding is {target}, which lacks characters of the source's"
              + " {charset}.",
          "Migrate into a database that was created with ENCODING 'UTF8'.");
  static final Problem UNCHECKED =
      Problem.warning(
          "ENCODING_UNCHECKED",
          "The {side} database's encoding is SQL_ASCII: it takes any bytes for texts, and what they"
              + " mean is for applications to know.",
          "Make sure which encoding the texts really have, and use a database with that encoding.");

  static final CheckType TYPE =
      CheckType.of("RDB_CHARSET")
          .title("Character set")
          .condition(
              "The target has every character set that columns of selected tables have, or one that"
                  + " holds its characters.")
          .why("Characters that the target has no place for are refused, or become question marks.")
          .when(Families.known(When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL)))
          .on(
              Side.TARGET,
              seeing(
                  Needs.reading(
                          Server.FACET, Collation.FACET, Column.FACET, Schema.FACET, Setting.FACET)
                      .and(Read.source(Collation.FACET))))
          .reports(UNKNOWN, NARROWER, DEFAULT_NARROWER, ENCODING, UNCHECKED, HiddenColumns.PROBLEM)
          .skippable("Rows with other characters are refused, or the characters are lost.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    boolean fromMySql = Families.isMySql(context.migration().source().engine());
    return Families.isMySql(context.migration().target().engine())
        ? intoMySql(context, fromMySql)
        : intoPostgreSql(context, fromMySql);
  }

  private static List<Finding> intoMySql(CheckContext context, boolean fromMySql) {
    Map<SelectedObject, List<Column>> target = BySelection.columns(context, Side.TARGET);
    Set<String> known =
        context.target().rows(Collation.FACET).stream()
            .map(collation -> Charsets.canonical(collation.charset()))
            .collect(Collectors.toSet());
    String own = fromMySql ? "" : Encodings.asCharset(encoding(context, Side.SOURCE));
    List<Finding> findings = new ArrayList<>();
    Set<SelectedObject> created = new LinkedHashSet<>();
    for (Map.Entry<SelectedObject, List<Column>> table :
        BySelection.columns(context, Side.SOURCE).entrySet()) {
      List<Column> there = target.get(table.getKey());
      if (there == null) {
        created.add(table.getKey());
      }
      for (Column column : table.getValue()) {
        String charset = fromMySql ? column.charset() : isText(column) ? own : "";
        if (there != null) {
          narrower(column, charset, there).forEach(f -> findings.add(f.about(table.getKey())));
        } else if (!charset.isEmpty() && !known.contains(Charsets.canonical(charset))) {
          findings.add(at(UNKNOWN, Side.SOURCE, column, charset).about(table.getKey()));
        }
      }
    }
    if (!fromMySql) {
      findings.addAll(defaultNarrower(context, created, own));
    }
    return findings;
  }

  private static boolean isText(Column column) {
    return TEXTS.contains(column.typeName());
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

  private static List<Finding> intoPostgreSql(CheckContext context, boolean fromMySql) {
    String target = encoding(context, Side.TARGET);
    List<Finding> findings = new ArrayList<>();
    Set<String> used =
        fromMySql
            ? BySelection.columns(context, Side.SOURCE).values().stream()
                .flatMap(List::stream)
                .map(Column::charset)
                .filter(charset -> !charset.isEmpty())
                .collect(Collectors.toSet())
            : Set.of(encoding(context, Side.SOURCE));
    if (used.contains(Encodings.UNCHECKED) && !target.equals(Encodings.UNCHECKED)) {
      findings.add(UNCHECKED.at(ObjectRef.endpoint(Side.SOURCE)).with("side", "source"));
    }
    if (target.equals(Encodings.UNCHECKED) && !used.contains(Encodings.UNCHECKED)) {
      findings.add(UNCHECKED.at(ObjectRef.endpoint(Side.TARGET)).with("side", "target"));
    }
    used.stream()
        .filter(charset -> !Encodings.holds(target, charset))
        .sorted()
        .map(charset -> ENCODING.at(ObjectRef.endpoint(Side.TARGET)).with("charset", charset))
        .forEach(finding -> findings.add(finding.with("target", target)));
    return findings;
  }

  /** The encoding of a PostgreSQL database, which holds for all its columns. */
  private static String encoding(CheckContext context, Side side) {
    return (side == Side.SOURCE ? context.source() : context.target())
        .rows(Collation.FACET).stream()
            .filter(collation -> collation.collationName().isEmpty())
            .map(Collation::charset)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The database shows no encoding."));
  }

  private static Finding at(Problem problem, Side side, Column column, String charset) {
    ObjectRef ref = column.ref(side);
    return problem.at(ref).with("column", ref).with("charset", charset);
  }
}
