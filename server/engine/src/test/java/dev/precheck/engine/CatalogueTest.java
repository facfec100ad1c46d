package dev.precheck.engine;

import static dev.precheck.engine.TestChecks.WRONG;
import static dev.precheck.engine.TestChecks.passing;
import static dev.precheck.engine.TestChecks.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.Check;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

  private static final Needs NEEDS = Needs.reading(Server.FACET);

  @Test
  void putsConnectivityFirstAndTheRestInOrder() {
    Check b = passing(type("B").on(Side.SOURCE, NEEDS).build());
    Check a = passing(type("A").on(Side.SOURCE, NEEDS).build());
    Check connect =
        passing(type("Z").on(Side.SOURCE, Needs.reading(ConnectionAttempt.FACET)).build());

    assertThat(Catalogue.of(List.of(b, a, connect)).checks()).containsExactly(connect, a, b);
  }

  static Stream<Arguments> flawedTypes() {
    return Stream.of(
        Arguments.of(type("lower").on(Side.SOURCE, NEEDS).build(), "UPPER_SNAKE_CASE"),
        Arguments.of(type("X").build(), "looks at no side"),
        Arguments.of(type("X").on(Side.SOURCE, NEEDS).reports().build(), "cannot fail"),
        Arguments.of(type("X").on(Side.SOURCE, NEEDS).title("").build(), "title is missing"),
        Arguments.of(type("X").on(Side.SOURCE, NEEDS).title("A title.").build(), "full stop"),
        Arguments.of(type("X").on(Side.SOURCE, NEEDS).why("because").build(), "why does not end"),
        Arguments.of(type("X").on(Side.SOURCE, NEEDS).skippable("").build(), "consequence"),
        Arguments.of(
            type("X").on(Side.SOURCE, NEEDS).reports(WRONG, WRONG).build(), "declared twice"));
  }

  @ParameterizedTest
  @MethodSource("flawedTypes")
  void refusesWhatIsNotWellFormedAndSaysWhy(CheckType type, String flaw) {
    assertThatThrownBy(() -> Catalogue.of(List.of(passing(type))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(type.id() + ": ")
        .hasMessageContaining(flaw);
  }

  @Test
  void refusesTwoChecksOfOneId() {
    Check check = passing(type("X").on(Side.SOURCE, NEEDS).build());

    assertThatThrownBy(() -> Catalogue.of(List.of(check, check)))
        .hasMessageContaining("taken by another check");
  }
}
