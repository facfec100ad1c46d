package dev.precheck.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FindingTest {

  private static final Problem PROBLEM =
      Problem.error("GONE", "Table {table} is gone.", "Create {table}.");
  private static final ObjectRef OBJECT =
      ObjectRef.table(Side.SOURCE, new QualifiedName("shop", "a$1{table}"));

  @Test
  void fillsItsPlacesWithWhateverIsInAName() {
    Finding finding = PROBLEM.at(OBJECT).with("table", OBJECT);

    assertThat(finding.message()).isEqualTo("Table shop.a$1{table} is gone.");
    assertThat(finding.remedy()).isEqualTo("Create shop.a$1{table}.");
  }

  @Test
  void refusesToSpeakWithAHole() {
    assertThatThrownBy(() -> PROBLEM.at(OBJECT).message())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("table");
  }

  @Test
  void quotesIdentifiersOfEveryEngine() {
    assertThat(DatabaseEngine.MYSQL.quoted("a`b;--")).isEqualTo("`a``b;--`");
    assertThat(DatabaseEngine.POSTGRESQL.quoted(new QualifiedName("a\"b", "c")))
        .isEqualTo("\"a\"\"b\".\"c\"");
  }
}
