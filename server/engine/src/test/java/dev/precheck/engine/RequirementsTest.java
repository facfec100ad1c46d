package dev.precheck.engine;

import static dev.precheck.engine.TestChecks.migration;
import static dev.precheck.engine.TestChecks.passing;
import static dev.precheck.engine.TestChecks.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.Check;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableContent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is read from where: the fewer facts of the source the target needs, the better. */
class RequirementsTest {

  private static final QualifiedName ORDERS = new QualifiedName("shop", "orders");
  private static final Selection LISTED =
      Selection.of(List.of(new SelectedObject(ObjectKind.TABLE, ORDERS, ORDERS)));

  @Test
  void aListedPlanChecksTheTargetWithoutTheSource() {
    assertThat(facts(LISTED, Needs.reading(Table.FACET).selectedObjects().selectedSchemas()))
        .containsExactly("TARGET connection", "TARGET tables");
  }

  @Test
  void aPatternWithinOneSchemaNeedsTheSourcesTables() {
    assertThat(facts(Selection.matching("shop.*"), Needs.reading(Table.FACET).selectedObjects()))
        .containsExactly(
            "SOURCE connection",
            "SOURCE server",
            "SOURCE tables",
            "TARGET connection",
            "TARGET tables");
  }

  @Test
  void aPatternOverSchemasNeedsTheSourcesSchemasToBindTheTarget() {
    assertThat(facts(Selection.matching("sh*.*"), Needs.reading(Table.FACET)))
        .containsExactly(
            "SOURCE connection",
            "SOURCE schemas",
            "SOURCE server",
            "TARGET connection",
            "TARGET tables");
  }

  @Test
  void aProbeNeedsToKnowWhichTablesThereAre() {
    assertThat(facts(LISTED, Needs.reading(TableContent.FACET)))
        .containsExactly(
            "TARGET connection", "TARGET server", "TARGET table_content", "TARGET tables");
  }

  private static Set<String> facts(Selection selection, Needs needs) {
    Check check = passing(type("X").on(Side.TARGET, needs).build());
    Set<Place> places = Set.of(Place.SOURCE, Place.TARGET);
    Set<String> names = new TreeSet<>();
    Plan.of(migration(selection), places, List.of(check))
        .facts()
        .forEach(fact -> names.add(fact.place().side() + " " + fact.facet()));
    return names;
  }
}
