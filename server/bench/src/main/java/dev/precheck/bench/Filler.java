package dev.precheck.bench;

import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.List;

/**
 * A check that reads what others have read and finds nothing: it makes a precheck of the benchmark
 * as long as one of a full catalogue.
 */
public abstract class Filler implements Check {

  private final CheckType type;

  Filler(int number, Side... sides) {
    var builder =
        CheckType.of("BENCH_FILLER_" + number)
            .title("Filler " + number)
            .condition("Nothing has to hold.")
            .why("A precheck of the benchmark is to have twenty items.")
            .reports(
                Problem.warning("NEVER", "This is never found.", "There is nothing to be done."))
            .skippable("Nothing is lost.");
    for (Side side : sides) {
      builder = builder.on(side, Needs.reading(Server.FACET));
    }
    type = builder.build();
  }

  @Override
  public CheckType type() {
    return type;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    return List.of();
  }

  /** For both sides. */
  public static final class First extends Filler {
    public First() {
      super(1, Side.SOURCE, Side.TARGET);
    }
  }

  /** For both sides. */
  public static final class Second extends Filler {
    public Second() {
      super(2, Side.SOURCE, Side.TARGET);
    }
  }

  /** For both sides. */
  public static final class Third extends Filler {
    public Third() {
      super(3, Side.SOURCE, Side.TARGET);
    }
  }

  /** For both sides. */
  public static final class Fourth extends Filler {
    public Fourth() {
      super(4, Side.SOURCE, Side.TARGET);
    }
  }

  /** All of them. */
  static List<Check> all() {
    return List.of(new First(), new Second(), new Third(), new Fourth());
  }
}
