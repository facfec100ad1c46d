package dev.precheck.checks.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.QualifiedName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "f | f | ~~",
        "f() | f | ~~",
        "f(integer) | f | integer",
        "f(timestamp with time zone, text[]) | f | timestamp with time zone, text[]",
        "f(shop.mood, shop.mood[]) | f | mood, mood[]",
        "f(\"My Shop\".mood, \"Mood\") | f | mood, \"Mood\"",
        "f(\"a.b\", \"a\"\".b\".\"c$1\") | f | \"a.b\", \"c$1\"",
        "odd (name)(integer) | odd (name) | integer",
      })
  void namesTypesWithoutTheirSchemas(String routine, String bare, String types) {
    assertThat(RoutineName.of(new QualifiedName("s", routine)))
        .isEqualTo(new RoutineName(new QualifiedName("s", bare), types));
  }
}
