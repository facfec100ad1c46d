package dev.precheck.spi;

import static dev.precheck.spi.IdentifierCase.INSENSITIVE;
import static dev.precheck.spi.IdentifierCase.SENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final Table ORDERS = new Table("shop", "orders", TableKind.TABLE);
  private static final Table LOG = new Table("shop", "log", TableKind.TABLE);
  private static final Table TOTALS = new Table("shop", "totals", TableKind.VIEW);
  private static final Table PART = new Table("shop", "orders_2026", TableKind.PARTITION);
  private static final Table SEQUENCE = new Table("shop", "ids", TableKind.SEQUENCE);
  private static final List<Table> ALL = List.of(ORDERS, LOG, TOTALS, PART, SEQUENCE);

  @Test
  void patternsTakeTablesAndViewsButNoPartitionsAndSequences() {
    List<SelectedObject> taken = Selection.matching("shop.*").resolve(ALL, SENSITIVE, t -> true);

    assertThat(taken)
        .extracting(object -> object.kind() + " " + object.source())
        .containsExactly("TABLE shop.orders", "TABLE shop.log", "VIEW shop.totals");
  }

  @Test
  void blockListsTakeOutListedAndMatchedObjects() {
    Selection selection = selection(List.of("shop.*"), List.of("shop.l*", "shop.gone"), Map.of());

    assertThat(selection.resolve(ALL, SENSITIVE, t -> true))
        .extracting(object -> object.source().name())
        .containsExactly("orders", "totals");
  }

  @Test
  void renamedSchemasLeadToTheTarget() {
    Selection selection = selection(List.of("shop.orders"), List.of(), Map.of("shop", "store"));

    assertThat(selection.resolve(ALL, SENSITIVE, t -> true))
        .containsExactly(
            new SelectedObject(
                ObjectKind.TABLE,
                new QualifiedName("shop", "orders"),
                new QualifiedName("store", "orders")));
    assertThat(selection.namedSchemas(Side.TARGET)).containsExactly("store");
  }

  @Test
  void anObjectListedAndMatchedIsSelectedOnceUnderItsListedTarget() {
    SelectedObject listed =
        new SelectedObject(
            ObjectKind.TABLE, new QualifiedName("Shop", "Orders"), new QualifiedName("x", "y"));
    Selection selection =
        new Selection(
            List.of(listed),
            List.of(NamePattern.parse("shop.o*")),
            List.of(),
            Map.of(),
            RowIdFilter.ALL);

    assertThat(selection.resolve(ALL, INSENSITIVE, t -> true)).containsExactly(listed);
  }

  @Test
  void patternsTakeTablesByTheirRowIdAndViewsAlways() {
    Selection without =
        new Selection(
            List.of(),
            List.of(NamePattern.parse("shop.*")),
            List.of(),
            Map.of(),
            RowIdFilter.WITHOUT_UNIQUE_ROW_ID);

    assertThat(without.resolve(ALL, SENSITIVE, ORDERS.qualified()::equals))
        .extracting(object -> object.source().name())
        .containsExactly("log", "totals");
  }

  @Test
  void schemasAreThoseNamedAndThoseMatched() {
    Selection selection = selection(List.of("sh*.*", "bank.*"), List.of(), Map.of("shop", "store"));

    assertThat(selection.schemas(Side.SOURCE, Set.of("shop", "other"), SENSITIVE))
        .containsExactly("bank", "shop");
    assertThat(selection.schemas(Side.TARGET, Set.of("shop", "other"), SENSITIVE))
        .containsExactly("bank", "store");
  }

  private static Selection selection(
      List<String> include, List<String> exclude, Map<String, String> names) {
    return new Selection(
        List.of(),
        include.stream().map(NamePattern::parse).toList(),
        exclude.stream().map(NamePattern::parse).toList(),
        names,
        RowIdFilter.ALL);
  }
}
