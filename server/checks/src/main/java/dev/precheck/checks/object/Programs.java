package dev.precheck.checks.object;

import dev.precheck.checks.SelectedNames;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Fires;
import dev.precheck.spi.Program.Kind;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Snapshot;
import java.util.List;
import java.util.Locale;

/** The programs of a server's selected schemas. */
final class Programs {

  private Programs() {}

  /** A trigger that fires, and the selected table that it fires for. */
  record Firing(Program trigger, SelectedObject table) {}

  static List<Firing> firing(Snapshot server, SelectedNames selected) {
    return server.rows(Program.FACET).stream()
        .filter(program -> program.kind() == Kind.TRIGGER && program.fires() != Fires.NEVER)
        .flatMap(
            trigger ->
                selected.find(trigger.root()).stream().map(table -> new Firing(trigger, table)))
        .toList();
  }

  static ObjectRef ref(Side side, Program program) {
    return ref(side, program, program.table());
  }

  /**
   * A program under its name on another side.
   *
   * @param table its table there; for a program that has none, only the schema counts
   */
  static ObjectRef ref(Side side, Program program, QualifiedName table) {
    List<String> path =
        program.kind() == Kind.TRIGGER
            ? List.of(table.schema(), table.name(), program.name())
            : List.of(table.schema(), program.name());
    return new ObjectRef(side, kind(program), path);
  }

  private static ObjectKind kind(Program program) {
    return switch (program.kind()) {
      case TRIGGER -> ObjectKind.TRIGGER;
      case EVENT -> ObjectKind.EVENT;
      case FUNCTION, PROCEDURE, PACKAGE -> ObjectKind.ROUTINE;
    };
  }

  /** For example {@code function}. */
  static String noun(Program program) {
    return program.kind().name().toLowerCase(Locale.ROOT);
  }
}
