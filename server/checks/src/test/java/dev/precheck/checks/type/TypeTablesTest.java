package dev.precheck.checks.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.checks.DataFile;
import dev.precheck.checks.type.TypeMapping.Mapped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables are whole, and agree with each other. */
class TypeTablesTest {

  private static final Set<String> SORTS =
      Set.of("ARRAY", "DOMAIN", "ENUM", "COMPOSITE", "RANGE", "OTHER", "numeric any");

  private static final String COUNTED = "bigint unsigned" + TypeName.COUNTED;

  static Stream<String> pairs() {
    return Stream.of(
        "mysql-postgresql",
        "postgresql-mysql",
        "postgresql-mariadb",
        "mysql-mariadb",
        "mariadb-mysql");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void whatIsLostIsSaidAndOnlyThat(String pair) {
    for (Map.Entry<String, Mapped> type : TypeMapping.read(pair).entrySet()) {
      boolean loses = type.getValue().fidelity().compareTo(Fidelity.EDGE) >= 0;
      assertThat(type.getValue().change().isEmpty()).as(type.getKey()).isEqualTo(!loses);
      if (loses) {
        assertThat(type.getValue().change()).as(type.getKey()).matches("[A-Z].*\\.");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyTypeOfAPairIsAmongTheTypesOfItsSource(String pair) {
    String file = pair.startsWith("postgresql") ? "postgresql.types" : "mysql.types";
    Set<String> known = new HashSet<>(names(file));
    known.addAll(SORTS);
    known.add(COUNTED);

    assertThat(known).containsAll(TypeMapping.read(pair).keySet());
  }

  @Test
  void everyTypeOfMySqlHasALine() {
    Set<String> types = new HashSet<>(names("mysql.types"));
    types.add(COUNTED);

    assertThat(TypeMapping.read("mysql-postgresql").keySet()).isEqualTo(types);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void noTypeHasTwoLines(String pair) {
    assertThat(names(pair + ".pairs")).doesNotHaveDuplicates();
  }

  private static List<String> names(String file) {
    return DataFile.read(TypeMapping.class, file).rows().stream().map(row -> row.get(0)).toList();
  }
}
