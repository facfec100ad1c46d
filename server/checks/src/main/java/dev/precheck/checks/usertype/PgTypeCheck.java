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
          "Create it on the target before the structure transfer, after what it is made of.");
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
          .reports(MISSING, LABEL_MISSING, OTHER_ORDER, DIFFERS)
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
                compare(engine, pair, there.get(), tables, findings);
              } else {
                findings.add(missing(engine, pair, tables));
              }
            });
    return findings;
  }

  private static Finding missing(DatabaseEngine engine, Pair pair, Set<String> tables) {
    Finding finding = finding(MISSING, pair, tables);
    return pair.source().kind() == Kind.ENUM
        ? finding.fix(EnumSql.create(engine, pair.target(), pair.source().labels()))
        : finding;
  }

  private static void compare(
      DatabaseEngine engine,
      Pair pair,
      UserType target,
      Set<String> tables,
      List<Finding> findings) {
    TypeDifference.between(pair.source(), target)
        .map(difference -> finding(DIFFERS, pair, tables).with("difference", difference))
        .ifPresent(findings::add);
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
