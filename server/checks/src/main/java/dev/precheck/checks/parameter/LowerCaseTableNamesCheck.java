package dev.precheck.checks.parameter;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Settings;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Read;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;

/**
 * MYSQL_LOWER_CASE_TABLE_NAMES: both servers treat the case of names alike. Values (MySQL 8.0
 * manual, 9.2.3): 0 stores names as given and tells cases apart, 1 stores them in lower case, 2
 * stores them as given and compares them in lower case.
 */
@AutoService(Check.class)
public final class LowerCaseTableNamesCheck implements Check {

  private static final String NAME = "lower_case_table_names";
  private static final String STORES_LOWER_CASE = "1";

  static final Problem NAME_CHANGES =
      Problem.error(
          "NAME_CHANGES_CASE",
          "{object} would be stored as {stored}: lower_case_table_names is {source} on the source and"
              + " {target} on the target.",
          "Set up the target with lower_case_table_names={source}; MySQL 8.0 takes it only when the"
              + " server is initialized. Or map the object to a name in lower case.");
  static final Problem RULES_DIFFER =
      Problem.warning(
          "CASE_RULES_DIFFER",
          "lower_case_table_names is {source} on the source and {target} on the target.",
          "See to it that applications write the names of tables as they are stored, or set up the"
              + " target with lower_case_table_names={source}.");

  static final CheckType TYPE =
      CheckType.of("MYSQL_LOWER_CASE_TABLE_NAMES")
          .title("Table name case rule")
          .condition("lower_case_table_names is the same on source and target.")
          .why(
              "Where one server tells the case of table names apart and the other does not, tables"
                  + " change their names or merge, and statements that found a table do not find it"
                  + " any more.")
          .when(When.always().withinFamily("mysql", "MySQL or MariaDB"))
          .on(
              Side.TARGET,
              Needs.reading(Setting.FACET).and(Read.source(Setting.FACET)).selectedObjects())
          .reports(NAME_CHANGES, RULES_DIFFER)
          .skippable(
              "Names are stored in another case than on the source, and statements that write them"
                  + " otherwise find nothing.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    String source = Settings.of(context.source()).required(NAME);
    String target = Settings.of(context.target()).required(NAME);
    if (source.equals(target)) {
      return List.of();
    }
    List<Finding> changing =
        target.equals(STORES_LOWER_CASE)
            ? context.selected().stream()
                .filter(object -> !stored(object).equals(object.target()))
                .map(LowerCaseTableNamesCheck::changes)
                .toList()
            : List.of();
    List<Finding> findings =
        changing.isEmpty() ? List.of(RULES_DIFFER.at(ObjectRef.endpoint(Side.TARGET))) : changing;
    return findings.stream().map(f -> f.with("source", source).with("target", target)).toList();
  }

  private static QualifiedName stored(SelectedObject object) {
    return IdentifierCase.INSENSITIVE.key(object.target());
  }

  private static Finding changes(SelectedObject object) {
    return NAME_CHANGES
        .at(object.ref(Side.TARGET))
        .about(object)
        .with("object", object.target())
        .with("stored", stored(object));
  }
}
