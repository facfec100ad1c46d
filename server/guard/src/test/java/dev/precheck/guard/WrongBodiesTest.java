package dev.precheck.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite's own bodies, judged by somebody else: the examples fit, and the wrong ones do not. */
class WrongBodiesTest {

  static Stream<Contract.Action> actions() {
    return Contract.actions().stream();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void examplesFitAndWrongBodiesDoNot(Contract.Action action) {
    assertThat(fits(action, action.body().toString())).isTrue();

    List<WrongBody> wrong = WrongBodies.of(action);

    // That null means the same as leaving a required member out is said in words only.
    assertThat(wrong)
        .isNotEmpty()
        .noneMatch(body -> !body.fault().equals("null") && fits(action, body.body().toString()));
  }

  @Test
  void everyKindOfFaultIsThere() {
    List<WrongBody> submit =
        WrongBodies.of(
            actions().filter(a -> a.name().equals("SubmitPreCheck")).findFirst().orElseThrow());

    assertThat(submit)
        .extracting(WrongBody::toString)
        .contains(
            "/name is too long",
            "/name is against the pattern",
            "/type is an unknown word",
            "/transferMapping/mode is missing",
            "/enableFullTransfer is of type string",
            "/no~1such~0member is an unknown member");
    assertThat(actions().mapToInt(action -> WrongBodies.of(action).size()).sum())
        .isGreaterThan(1_000);
  }

  private static boolean fits(Contract.Action action, String body) {
    return Conformity.fits(action.path(), body);
  }
}
