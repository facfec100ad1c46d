package dev.precheck.checks.name;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * RDB_NAME_CASE_FOLD: names are written as PostgreSQL reads them. It folds a name without quotes to
 * lower case (its manual, 4.1.1), and a migration quotes names, so that they keep their case.
 */
@AutoService(Check.class)
public final class NameCaseFoldCheck extends SourceColumnsCheck {

  static final Problem UPPER =
      Problem.warning(
          "NAME_NOT_LOWER_CASE",
          "The {noun} {object} comes to PostgreSQL with names that are not lower case: {names}."
              + " Statements find them there only if they write them in quotes.",
          "Let the tables be created with names in lower case, or map schema and table to such"
              + " (mappedName) and rename the columns; else put the names in quotes wherever the"
              + " application, views and routines write them.");

  static final CheckType TYPE =
      CheckType.of("RDB_NAME_CASE_FOLD")
          .title("Name case folding")
          .condition("The names of all schemas, tables, views and columns are lower case.")
          .why(
              "MySQL and MariaDB find the column userId whatever the case of a statement. PostgreSQL"
                  + " reads userId without quotes as userid, which does not exist.")
          .when(Families.fromMySqlToPostgreSql(When.anyOf(Phase.STRUCTURE)))
          .on(Side.TARGET, seeing(Needs.reading()))
          .reports(UPPER, HiddenColumns.PROBLEM)
          .skippable("Statements of the application that do not quote these names fail.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    Map<ObjectRef, List<TargetName>> byObject =
        TargetName.all(context).stream()
            .collect(groupingBy(NameCaseFoldCheck::place, LinkedHashMap::new, toList()));
    return byObject.values().stream()
        .filter(names -> names.stream().anyMatch(name -> isFolded(name.text())))
        .map(NameCaseFoldCheck::finding)
        .toList();
  }

  private static ObjectRef place(TargetName name) {
    return name.selected().map(object -> object.ref(Side.TARGET)).orElse(name.object());
  }

  /** PostgreSQL leaves the case of all other letters as it is where one is several bytes long. */
  private static boolean isFolded(String name) {
    return name.chars().anyMatch(letter -> letter >= 'A' && letter <= 'Z');
  }

  /** One of a table or view, whose own name comes first, or of a schema. */
  private static Finding finding(List<TargetName> names) {
    return names
        .get(0)
        .finding(UPPER)
        .with(
            "names",
            names.stream()
                .map(TargetName::text)
                .filter(NameCaseFoldCheck::isFolded)
                .collect(joining(", ")));
  }
}
