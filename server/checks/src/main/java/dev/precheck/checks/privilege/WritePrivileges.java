package dev.precheck.checks.privilege;

import dev.precheck.spi.Migration;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which privileges the phases of a plan need where they write, by MySQL's names. */
final class WritePrivileges {

  private static final List<String> ROWS = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

  /** What a plan that creates tables can do without, at a price. */
  static final List<String> BESIDE = List.of("DROP", "REFERENCES");

  private WritePrivileges() {}

  /** Those on a table or view of the side. */
  static List<String> of(ObjectKind kind, Migration plan, Side side) {
    Set<String> needed = new LinkedHashSet<>();
    boolean view = kind == ObjectKind.VIEW;
    if (side == Side.TARGET && plan.runs(Phase.STRUCTURE)) {
      needed.addAll(view ? List.of("CREATE VIEW") : List.of("CREATE", "ALTER", "INDEX"));
    }
    if (!view && writesRows(plan, side)) {
      needed.addAll(ROWS);
    } else if (!view && side == Side.TARGET && plan.runs(Phase.VERIFY)) {
      needed.add("SELECT");
    }
    return List.copyOf(needed);
  }

  private static boolean writesRows(Migration plan, Side side) {
    return side == Side.SOURCE
        ? plan.runs(Phase.REVERSE)
        : plan.runs(Phase.FULL) || plan.runs(Phase.INCREMENTAL);
  }
}
