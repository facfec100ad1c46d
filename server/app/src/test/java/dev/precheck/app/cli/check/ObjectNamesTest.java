package dev.precheck.app.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.QualifiedName;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of tables and schemas. */
class ObjectNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '§',
      textBlock =
          """
          shop.orders              | shop | orders | -  | -
          shop.orders=wh.bought    | shop | orders | wh | bought
          shop.or\\.ders           | shop | or.ders | - | -
          a\\=b.c=d.e              | a=b  | c      | d  | e
          shop.a\\*                | shop | a*     | -  | -
          shop.a\\\\b              | shop | a\\b   | -  | -
          shop.with space          | shop | with space | - | -
          """)
  void aTableMayHaveAnotherNameOnTheTarget(
      String text, String schema, String name, String targetSchema, String targetName) {
    ObjectNames.Listed listed = ObjectNames.listed(text);

    assertThat(listed.source()).isEqualTo(new QualifiedName(schema, name));
    assertThat(listed.target())
        .isEqualTo(Optional.ofNullable(targetSchema).map(s -> new QualifiedName(s, targetName)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "a.b.c",
        ".orders",
        "shop.",
        "shop.o*",
        "shop.o?",
        "a.b=c.d=e.f",
        "a.b="
      })
  void whatIsNotOneTableIsRefused(String text) {
    assertThatThrownBy(() -> ObjectNames.listed(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "a=b=c", "=b", "a=", "a*=b"})
  void whatIsNoMappingIsRefused(String text) {
    assertThatThrownBy(() -> ObjectNames.mapping(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "a.b", "50%*", "what?", "back\\slash", "[x]"})
  void aWholeSchemaIsTakenWhateverItsName(String schema) {
    NamePattern pattern = NamePattern.parse(ObjectNames.everythingIn(schema));

    assertThat(pattern.namesOneSchema()).isTrue();
    assertThat(pattern.schemaName()).isEqualTo(schema);
    assertThat(pattern.matches(new QualifiedName(schema, "x"), IdentifierCase.SENSITIVE)).isTrue();
  }
}
