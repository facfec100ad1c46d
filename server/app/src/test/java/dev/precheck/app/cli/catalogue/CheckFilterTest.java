package dev.precheck.app.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.CheckType;
import dev.precheck.spi.CheckTypeBuilder;
import dev.precheck.spi.ConnectionAttempt;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which checks a filter lists. */
class CheckFilterTest {

  private static CheckTypeBuilder type() {
    return CheckType.of("RDB_X")
        .title("X")
        .condition("It holds.")
        .why("It matters.")
        .reports(Problem.error("BAD", "Bad.", "Do it."));
  }

  private static CheckType when(When when) {
    return type().when(when).on(Side.SOURCE, Needs.reading(ConnectionAttempt.FACET)).build();
  }

  private static boolean takes(
      CheckType type, Optional<DatabaseEngine> source, Optional<Phase> phase) {
    List<DatabaseEngine> engines = List.of(DatabaseEngine.MYSQL, DatabaseEngine.POSTGRESQL);
    return new CheckFilter(source, Optional.empty(), phase, engines).takes(type);
  }

  private static boolean takes(CheckType type, Phase phase) {
    return takes(type, Optional.empty(), Optional.of(phase));
  }

  private static boolean takes(CheckType type, DatabaseEngine source) {
    return takes(type, Optional.of(source), Optional.empty());
  }

  private static boolean takes(CheckType type) {
    return takes(type, Optional.empty(), Optional.empty());
  }

  @Test
  void aCheckOfOnePhaseIsListedForIt() {
    CheckType incremental = when(When.anyOf(Phase.INCREMENTAL));

    assertThat(takes(incremental)).isTrue();
    assertThat(takes(incremental, Phase.INCREMENTAL)).isTrue();
    assertThat(takes(incremental, Phase.FULL)).isFalse();
  }

  @Test
  void aCheckOfPlansWithoutAPhaseIsNotListedForIt() {
    CheckType without = when(When.without(Phase.STRUCTURE));

    assertThat(takes(without, Phase.STRUCTURE)).isFalse();
    assertThat(takes(without, Phase.FULL)).isTrue();
  }

  @Test
  void aCheckOfOneEngineIsListedForIt() {
    CheckType mysql =
        when(
            When.always()
                .and("from MySQL", plan -> plan.source().engine().equals(DatabaseEngine.MYSQL)));

    assertThat(takes(mysql, DatabaseEngine.MYSQL)).isTrue();
    assertThat(takes(mysql, DatabaseEngine.POSTGRESQL)).isFalse();
    assertThat(takes(mysql)).isTrue();
  }

  @Test
  void aCheckThatNeedsTwoPhasesAtOnceIsListed() {
    CheckType both =
        when(When.anyOf(Phase.FULL).and("and changes", plan -> plan.runs(Phase.INCREMENTAL)));

    assertThat(takes(both)).isTrue();
  }
}
