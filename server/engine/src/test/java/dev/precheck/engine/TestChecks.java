package dev.precheck.engine;

import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.CheckTypeBuilder;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Selection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks and plans made up for tests of the engine. */
final class TestChecks {

  static final Problem WRONG = Problem.error("WRONG", "It is wrong.", "Put it right.");

  private TestChecks() {}

  /** What a check does in a test. */
  interface Body {
    List<Finding> run(CheckContext context) throws Exception;
  }

  static CheckTypeBuilder type(String id) {
    return CheckType.of(id)
        .title("Something")
        .condition("It holds.")
        .why("It matters.")
        .reports(WRONG);
  }

  static Check check(CheckType type, Body body) {
    return new Check() {
      @Override
      public CheckType type() {
        return type;
      }

      @Override
      public List<Finding> run(CheckContext context) throws Exception {
        return body.run(context);
      }
    };
  }

  static Check passing(CheckType type) {
    return check(type, context -> List.of());
  }

  static Migration migration(Selection selection) {
    Endpoint endpoint = new Endpoint(DatabaseEngine.H2, "localhost", 1, Optional.of("db"), "sa");
    return new Migration(endpoint, endpoint, selection, Set.of(Phase.FULL), false);
  }
}
