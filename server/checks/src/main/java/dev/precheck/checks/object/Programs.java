package dev.precheck.checks.object;

import dev.precheck.spi.Migration;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Program;
import dev.precheck.spi.Program.Kind;
import dev.precheck.spi.Side;
import dev.precheck.spi.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The programs of a server's selected schemas. */
final class Programs {

  private Programs() {}

  static Stream<Program> triggers(Snapshot server) {
    return server.rows(Program.FACET).stream().filter(p -> p.kind() == Kind.TRIGGER);
  }

  static ObjectRef ref(Side side, Program program) {
    List<String> path =
        program.kind() == Kind.TRIGGER
            ? List.of(program.schema(), program.tableName(), program.name())
            : List.of(program.schema(), program.name());
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

  /** Whether source and target are written for in the same SQL. */
  static boolean speakTheSame(Migration migration) {
    return migration.source().engine().family().equals(migration.target().engine().family());
  }
}
