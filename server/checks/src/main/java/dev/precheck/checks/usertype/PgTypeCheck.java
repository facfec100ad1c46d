package dev.precheck.checks.usertype;

import com.google.auto.service.AutoService;
import dev.precheck.checks.NameList;
import dev.precheck.checks.usertype.TypeUses.Pair;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.PgTypePart;
import dev.precheck.spi.PgTypePart.Kind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * PG_TYPE: the target has the types that users made and selected tables use, and they hold the same
 * values. Types of extensions are PG_EXTENSION.
 */
@AutoService(Check.class)
public final class PgTypeCheck implements Check {

  static final Problem MISSING =
      Problem.error(
          "TYPE_MISSING",
          "{tables} need the {kind} {type}, which the target does not have as {targetType} and the"
              + " migration does not create.",
          "Create it on the target before the structure transfer, after what it is made of{parts}.");
  static final Problem LABEL_MISSING =
      Problem.error(
          "LABEL_MISSING",
          "The enum {targetType} of the target lacks {labels} of the source's {type}: rows of {tables}"
              + " that hold one of them are refused.",
          "Add what is missing with the fix statements.");
  static final Problem OTHER_ORDER =
      Problem.warning(
          "LABELS_IN_OTHER_ORDER",
          "The labels of the enum {targetType} of the target stand in another order than those of the"
              + " source's {type}: values of {tables} compare and sort otherwise there.",
          "Create the type anew on the target with the labels in the order of the source, unless"
              + " nothing depends on it.");
  static final Problem DIFFERS =
      Problem.warning(
          "TYPE_DIFFERS",
          "{tables} use the {kind} {type}, which differs on the target as {targetType}: {difference}."
              + " It may refuse values of the source, or change them.",
          "Change it on the target, or make sure that it takes all values of the source.");

  static final Problem OTHER_COLLATION =
      Problem.warning(
          "DOMAIN_COLLATION_DIFFERS",
          "{tables} use the domain {type} with {collation}; on the target {targetType} has"
              + " {targetCollation}: values compare and sort otherwise there.",
          "Create the domain anew on the target with the collation of the source, unless nothing depends"
              + " on it.");
  static final Problem OTHER_DEFAULT =
      Problem.notice(
          "DOMAIN_DEFAULT_DIFFERS",
          "{tables} use the domain {type}, whose default {difference}, where it is {targetType}: new"
              + " rows that leave such a column out get something else there.",
          "Give the target's domain the default of the source with the fix statement.");

  static final CheckType TYPE =
      CheckType.of("PG_TYPE")
          .title("User-defined type")
          .condition(
              "Every enum, domain, composite and range type that selected tables use is on the target,"
                  + " and holds the same values there.")
          .why(
              "Tables and views come to the target, types do not. A table cannot be created without"
                  + " the types of its columns, and a type that lacks values refuses rows.")
          .when(
              When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL)
                  .withinFamily("postgresql", "PostgreSQL"))
          .on(
              Side.TARGET,
              Needs.reading(Server.FACET, Column.FACET, PgTypePart.FACET)
                  .and(Read.source(Server.FACET))
                  .and(Read.source(Column.FACET))
                  .and(Read.source(PgTypePart.FACET))
                  .selectedObjects())
          .reports(MISSING, LABEL_MISSING, OTHER_ORDER, DIFFERS, OTHER_COLLATION, OTHER_DEFAULT)
          .skippable("Creating these tables fails on the target, or their rows are refused there.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    TypeUses uses = TypeUses.of(context);
    DatabaseEngine engine = context.endpoint().engine();
    List<Finding> findings = new ArrayList<>();
    uses.tables()
        .forEach(
            (pair, tables) -> {
              Optional<UserType> there = uses.after().find(pair.target());
              if (there.isPresent()) {
                compare(engine, uses, pair, there.get(), tables, findings);
              } else if (!comesAlong(uses, pair)) {
                findings.add(missing(engine, uses, pair, tables));
              }
            });
    return findings;
  }

  /** A multirange whose range is missing too. */
  private static boolean comesAlong(TypeUses uses, Pair pair) {
    return pair.source().kind() == Kind.MULTIRANGE
        && pair.source().madeOf().stream()
            .map(part -> uses.sameName(part.ofType()))
            .allMatch(range -> uses.after().find(range).isEmpty());
  }

  private static Finding missing(
      DatabaseEngine engine, TypeUses uses, Pair pair, Set<String> tables) {
    UserType type = pair.source();
    Set<String> parts = new TreeSet<>();
    type.madeOf().forEach(part -> parts.add(uses.sameName(part.ofType()).toString()));
    Finding finding =
        finding(MISSING, pair, tables)
            .with("parts", parts.isEmpty() ? "" : " (" + NameList.of(parts) + ")");
    // The row type of a table comes with the table, which is created later.
    boolean ofTypes =
        type.madeOf().stream().allMatch(part -> uses.before().find(part.ofType()).isPresent());
    return ofTypes
        ? new TypeSql(engine, uses::targetSchema)
            .create(type, pair.target())
            .map(finding::fix)
            .orElse(finding)
        : finding;
  }

  private static void compare(
      DatabaseEngine engine,
      TypeUses uses,
      Pair pair,
      UserType target,
      Set<String> tables,
      List<Finding> findings) {
    UserType before =
        pair.source()
            .in(
                engine,
                schema ->
                    schema.equals(pair.source().name().schema())
                        ? pair.target().schema()
                        : uses.targetSchema(schema));
    UserType after = target.in(engine, UnaryOperator.identity());
    TypeDifference.between(before, after)
        .map(difference -> finding(DIFFERS, pair, tables).with("difference", difference))
        .ifPresent(findings::add);
    if (before.kind() == Kind.DOMAIN && after.kind() == Kind.DOMAIN) {
      findings.addAll(ofDomain(engine, pair, before, after, tables));
    }
    if (pair.source().kind() != Kind.ENUM || target.kind() != Kind.ENUM) {
      return;
    }
    List<String> wanted = pair.source().labels();
    List<String> present = target.labels();
    List<String> lacking = wanted.stream().filter(label -> !present.contains(label)).toList();
    if (!lacking.isEmpty()) {
      Finding finding =
          finding(LABEL_MISSING, pair, tables).with("labels", String.join(", ", lacking));
      for (String statement : EnumSql.add(engine, pair.target(), wanted, present)) {
        finding = finding.fix(statement);
      }
      findings.add(finding);
    }
    if (!common(wanted, present).equals(common(present, wanted))) {
      findings.add(finding(OTHER_ORDER, pair, tables));
    }
  }

  private static List<Finding> ofDomain(
      DatabaseEngine engine, Pair pair, UserType before, UserType after, Set<String> tables) {
    List<Finding> findings = new ArrayList<>();
    if (!before.collation().equals(after.collation())) {
      findings.add(
          finding(OTHER_COLLATION, pair, tables)
              .with("collation", collation(before))
              .with("targetCollation", collation(after)));
    }
    if (!TypeDifference.sameDefault(before, after)) {
      String difference =
          before.defaultValue().isEmpty()
              ? "is only on the target"
              : after.defaultValue().isEmpty()
                  ? "is not on the target"
                  : "is another on the target";
      findings.add(
          finding(OTHER_DEFAULT, pair, tables)
              .with("difference", difference)
              .fix(
                  new TypeSql(engine, UnaryOperator.identity())
                      .alterDefault(before, pair.target())));
    }
    return findings;
  }

  private static String collation(UserType domain) {
    return domain.collation().isEmpty()
        ? "no collation of its own"
        : "the collation " + domain.collation();
  }

  private static List<String> common(List<String> labels, List<String> others) {
    return labels.stream().filter(others::contains).toList();
  }

  private static Finding finding(Problem problem, Pair pair, Set<String> tables) {
    QualifiedName target = pair.target();
    return problem
        .at(new ObjectRef(Side.TARGET, ObjectKind.TYPE, List.of(target.schema(), target.name())))
        .with("tables", NameList.of(tables))
        .with("kind", pair.source().noun())
        .with("type", pair.source().name())
        .with("targetType", target);
  }
}
