package dev.precheck.app.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is migrated if little is said. */
class SelectionRulesTest {

  private static final List<DatabaseEngine> ENGINES =
      List.of(DatabaseEngine.MYSQL, DatabaseEngine.POSTGRESQL);

  private static Endpoint source(String uri) {
    return EndpointUri.parse(uri, ENGINES);
  }

  private static SelectionRules rules(
      List<String> include, List<String> tables, List<String> maps) {
    return new SelectionRules(
        include.stream().map(NamePattern::parse).toList(),
        List.of(),
        tables.stream().map(ObjectNames::listed).toList(),
        List.of(),
        maps.stream().map(ObjectNames::mapping).toList());
  }

  private static List<String> patterns(Selection selection) {
    return selection.include().stream().map(String::valueOf).toList();
  }

  @Test
  void ofMySqlTheDatabaseOfTheUriIsTaken() {
    Selection selection =
        rules(List.of(), List.of(), List.of()).selection(source("mysql://u@h/my.shop"));

    assertThat(patterns(selection)).containsExactly("my\\.shop.*");
  }

  @Test
  void ofPostgreSqlAllSchemasOfTheDatabaseAreTaken() {
    Selection selection =
        rules(List.of(), List.of(), List.of()).selection(source("postgresql://u@h/shop"));

    assertThat(patterns(selection)).containsExactly("*.*");
  }

  @Test
  void withoutAnythingToTakeItIsRefused() {
    SelectionRules nothing = rules(List.of(), List.of(), List.of());

    assertThatThrownBy(() -> nothing.selection(source("mysql://u@h")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--include");
  }

  @Test
  void namedTablesReplaceTheDefault() {
    Selection selection =
        rules(List.of(), List.of("shop.orders", "shop.a=x.b"), List.of("shop=warehouse"))
            .selection(source("mysql://u@h/other"));

    assertThat(selection.include()).isEmpty();
    assertThat(selection.listed())
        .extracting(o -> o.target())
        .containsExactly(new QualifiedName("warehouse", "orders"), new QualifiedName("x", "b"));
  }

  @Test
  void patternsAndTablesAddUp() {
    Selection selection =
        rules(List.of("shop.o*"), List.of("crm.people"), List.of())
            .selection(source("mysql://u@h"));

    assertThat(patterns(selection)).containsExactly("shop.o*");
    assertThat(selection.listed()).hasSize(1);
  }

  @Test
  void aMappingOfWhatIsNotSelectedIsRefused() {
    SelectionRules misspelt = rules(List.of("shop.*"), List.of(), List.of("shp=warehouse"));

    assertThatThrownBy(() -> misspelt.selection(source("mysql://u@h"))).hasMessageContaining("shp");
  }

  @Test
  void twoNamesForOneSchemaAreRefused() {
    SelectionRules twice = rules(List.of("a.*"), List.of(), List.of("a=b", "a=c"));

    assertThatThrownBy(() -> twice.selection(source("mysql://u@h"))).hasMessageContaining("twice");
  }
}
