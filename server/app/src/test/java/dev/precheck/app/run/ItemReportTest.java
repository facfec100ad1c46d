package dev.precheck.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.app.store.BlackObjects;
import dev.precheck.app.store.ItemEntry;
import dev.precheck.app.store.ItemStatus;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Reason;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Role;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stored of an item that has ended. */
class ItemReportTest {

  private static final Problem BAD =
      Problem.error("IS_BAD", "{table} is bad.", "Mend what is bad.");
  private static final Selection SELECTION =
      new Selection(
          List.of(
              new SelectedObject(
                  ObjectKind.TABLE, new QualifiedName("shop", "a"), new QualifiedName("x", "b"))),
          List.of(),
          List.of(),
          Map.of("shop", "store"),
          RowIdFilter.ALL);

  @Test
  void theFirstFindingsAreToldAndTheRestCounted() {
    ItemEntry item = finished(failed(IntStream.range(0, 7).mapToObj(this::table).toList()));

    assertThat(item.status()).isEqualTo(ItemStatus.FAILED);
    assertThat(item.message().orElseThrow().lines())
        .containsExactly(
            "t0 is bad.", "t1 is bad.", "t2 is bad.", "t3 is bad.", "t4 is bad.", "… and 2 more");
    assertThat(item.advice()).contains("Mend what is bad.");
    assertThat(item.code()).contains("IS_BAD");
    assertThat(item.findingCount()).isEqualTo(7);
  }

  @Test
  void statementsAreCutAndCounted() {
    List<Finding> findings =
        IntStream.range(0, 250).mapToObj(i -> table(i).fix("DROP TABLE t" + i)).toList();

    ItemEntry item = finished(failed(findings));

    assertThat(item.fixStatements()).hasSize(100).startsWith("DROP TABLE t0");
    assertThat(item.fixStatementCount()).isEqualTo(250);
    assertThat(item.blackObjects().orElseThrow().tables()).hasSize(250);
  }

  @Test
  void objectsAreToldByTheirNamesOnTheSource() {
    List<Finding> findings =
        List.of(
            at(ObjectRef.table(Side.TARGET, new QualifiedName("x", "b"))),
            at(ObjectRef.table(Side.TARGET, new QualifiedName("store", "c"))),
            at(new ObjectRef(Side.SOURCE, ObjectKind.COLUMN, List.of("shop", "d", "col"))),
            at(ObjectRef.view(Side.SOURCE, new QualifiedName("shop", "v"))),
            at(ObjectRef.schema(Side.SOURCE, "shop")));

    assertThat(finished(failed(findings)).blackObjects())
        .contains(
            new BlackObjects(
                List.of(
                    new QualifiedName("shop", "a"),
                    new QualifiedName("shop", "c"),
                    new QualifiedName("shop", "d")),
                List.of(new QualifiedName("shop", "v"))));
  }

  /** A server may spell the name in its own way; on another one, both spellings are two tables. */
  @Test
  void objectsAreSpeltAsThePlanDoes() {
    SelectedObject orders = new SelectedObject(ObjectKind.TABLE, name("Orders"), name("Orders"));
    ObjectRef spelt = ObjectRef.table(Side.TARGET, name("orders"));

    assertThat(finished(failed(List.of(at(spelt).about(orders)))).blackObjects())
        .contains(new BlackObjects(List.of(name("Orders")), List.of()));
    SelectedObject other = new SelectedObject(ObjectKind.TABLE, name("orders"), name("orders"));
    assertThat(finished(failed(List.of(at(spelt).about(other)))).blackObjects())
        .contains(new BlackObjects(List.of(name("orders")), List.of()));
  }

  private static QualifiedName name(String table) {
    return new QualifiedName("Shop", table);
  }

  @Test
  void whatCouldNotBeLookedAtSaysWhy() {
    ItemEntry item =
        finished(
            new Outcome(
                Verdict.UNDETERMINED,
                List.of(),
                Optional.of(Reason.BLOCKED),
                Optional.of("The source cannot be reached."),
                Optional.of("Source-Primary database-Database connectivity check")));

    assertThat(item.message()).contains("The source cannot be reached.");
    assertThat(item.errorDetail()).contains("The source cannot be reached.");
    assertThat(item.reason()).contains("BLOCKED");
    assertThat(item.advice().orElseThrow()).contains("blockedBy");
    assertThat(item.blackObjects()).isEmpty();
  }

  @Test
  void whatPassedSaysNothing() {
    ItemEntry item = finished(outcome(Verdict.PASSED, List.of()));

    assertThat(item.message()).isEmpty();
    assertThat(item.advice()).isEmpty();
    assertThat(item.code()).isEmpty();
  }

  private static ItemEntry finished(Outcome outcome) {
    Item item = new Item(0, new Stub(), Side.SOURCE, Role.PRIMARY);
    return ItemReport.finished(item, outcome, SELECTION, Instant.EPOCH);
  }

  private static Outcome failed(List<Finding> findings) {
    return outcome(Verdict.FAILED, findings);
  }

  private static Outcome outcome(Verdict verdict, List<Finding> findings) {
    return new Outcome(verdict, findings, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Finding table(int number) {
    return BAD.at(ObjectRef.table(Side.SOURCE, new QualifiedName("shop", "t" + number)))
        .with("table", "t" + number);
  }

  private static Finding at(ObjectRef object) {
    return BAD.at(object).with("table", object);
  }

  private static final class Stub implements Check {
    @Override
    public CheckType type() {
      return CheckType.of("RDB_STUB").title("Stub").removable().build();
    }

    @Override
    public List<Finding> run(CheckContext context) {
      return List.of();
    }
  }
}
