package dev.precheck.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "shop.*, shop, orders, true",
    "shop.*, bank, orders, false",
    "shop.order?, shop, orders, true",
    "shop.order?, shop, order, false",
    "sh*.o*s, shop, orders, true",
    "*.*, shop, orders, true",
    "shop.*_tmp_*, shop, a_tmp_b, true",
    "shop.*_tmp_*, shop, a_tmpb, false",
    "shop.a\\*b, shop, a*b, true",
    "shop.a\\*b, shop, axb, false",
    "shop.a\\.b, shop, a.b, true",
    "shop.[a-z]+, shop, x, false",
    "shop.[a-z]+, shop, [a-z]+, true",
    "Shop.*, shop, orders, false",
  })
  void takesNames(String rule, String schema, String name, boolean taken) {
    NamePattern pattern = NamePattern.parse(rule);

    assertThat(pattern.matches(new QualifiedName(schema, name), IdentifierCase.SENSITIVE))
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "Shop.Ord*, shop, ORDERS, true",
    "shop.ÄB*, SHOP, äbc, true",
    "shop.a*, shop, b, false"
  })
  void foldsCaseWhereTheServerDoes(String rule, String schema, String name, boolean taken) {
    NamePattern pattern = NamePattern.parse(rule);

    assertThat(pattern.matches(new QualifiedName(schema, name), IdentifierCase.INSENSITIVE))
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "orders, has no dot",
    "a.b.c, has more than one dot",
    ".orders, has an empty part",
    "shop., has an empty part",
    "shop.a\\, ends with a backslash",
  })
  void refusesWhatIsNoRule(String rule, String why) {
    assertThatThrownBy(() -> NamePattern.parse(rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + rule + "\"")
        .hasMessageContaining(why);
  }

  @Test
  void knowsTheOneSchemaItNames() {
    assertThat(NamePattern.parse("a\\*b.*").schemaName()).isEqualTo("a*b");
    assertThat(NamePattern.parse("a*.x").namesOneSchema()).isFalse();
  }

  /** A regular expression of this shape would backtrack for hours. */
  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void matchesManyStarsAtOnce() {
    NamePattern pattern = NamePattern.parse("s." + "*a".repeat(120) + "b");

    assertThat(pattern.matches(new QualifiedName("s", "a".repeat(255)), IdentifierCase.SENSITIVE))
        .isFalse();
  }
}
