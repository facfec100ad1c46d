package dev.precheck.dialects.run;

import dev.precheck.engine.Catalogue;
import dev.precheck.engine.Dialects;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.stream.Stream;

/** A check whose facet takes half a minute, and dialects that have a statement for it. */
final class SlowCheck implements Check {

  /** One row of the slow facet. */
  record Nap(String value) {}

  private static final Facet<Nap> NAP = Facet.ofServer("nap", Nap.class);

  private static final CheckType TYPE =
      CheckType.of("TEST_SLOW")
          .title("Patience")
          .condition("The server naps.")
          .why("To see that nobody waits for it.")
          .on(Side.SOURCE, Needs.reading(NAP))
          .reports(Problem.error("AWAKE", "It is awake.", "Let it nap."))
          .build();

  /** It, and the built-in checks. */
  static List<Check> amongOthers() {
    return Stream.concat(Stream.of(new SlowCheck()), Catalogue.load().checks().stream()).toList();
  }

  static Dialects dialects() {
    return MoreFacets.dialects(NAP, SlowCheck::nap);
  }

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    context.here().rows(NAP);
    return List.of();
  }

  private static String nap(DatabaseEngine engine) {
    return switch (engine.family()) {
      case "mysql" ->
          "SELECT SLEEP(30) AS value /* precheck_sleep */ FROM information_schema.schemata";
      default -> "SELECT pg_sleep(30)::text AS value /* precheck_sleep */";
    };
  }
}
