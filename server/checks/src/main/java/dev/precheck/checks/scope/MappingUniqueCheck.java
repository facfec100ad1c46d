package dev.precheck.checks.scope;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** RDB_MAPPING_UNIQUE: no two objects of the source become one on the target. */
@AutoService(Check.class)
public final class MappingUniqueCheck implements Check {

  static final Problem SHARED =
      Problem.error(
          "TARGET_NAME_SHARED",
          "{object} is mapped to {target}, and so is {others}.",
          "Map {object} to a name of its own (mappedName), or remove it from the plan.");
  static final Problem SAME_BUT_FOR_CASE =
      Problem.error(
          "TARGET_NAMES_DIFFER_IN_CASE",
          "{object} is mapped to {target}, which the target does not tell from that of {others}: it"
              + " compares names without their case.",
          "Map {object} to a name that differs in more than case (mappedName), or remove it from the"
              + " plan.");

  static final CheckType TYPE =
      CheckType.of("RDB_MAPPING_UNIQUE")
          .title("Name mapping uniqueness")
          .condition(
              "Every table and view that the plan selects has a name of its own on the target, as the"
                  + " target compares names.")
          .why(
              "Rows of two tables that are written into one overwrite each other wherever their keys"
                  + " are the same, and a verification compares neither with what it became.")
          .on(Side.TARGET, Needs.reading(Server.FACET).selectedObjects())
          .reports(SHARED, SAME_BUT_FOR_CASE)
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    Map<QualifiedName, List<SelectedObject>> byTarget =
        context.selected().stream()
            .collect(groupingBy(o -> compare.key(o.target()), LinkedHashMap::new, toList()));
    return byTarget.values().stream()
        .filter(sharing -> sharing.size() > 1)
        .flatMap(sharing -> sharing.stream().map(object -> finding(object, sharing)))
        .toList();
  }

  private static Finding finding(SelectedObject object, List<SelectedObject> sharing) {
    List<SelectedObject> others = sharing.stream().filter(o -> !o.equals(object)).toList();
    boolean same = others.stream().anyMatch(other -> other.target().equals(object.target()));
    return (same ? SHARED : SAME_BUT_FOR_CASE)
        .at(object.ref(Side.TARGET))
        .about(object)
        .with("object", object.source())
        .with("target", object.target())
        .with("others", others.stream().map(o -> o.source().toString()).collect(joining(", ")));
  }
}
