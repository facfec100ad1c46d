package dev.precheck.dialects.run;

import static dev.precheck.testkit.db.TestDatabase.MARIADB_11_4;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_5_7;
import static dev.precheck.testkit.db.TestDatabase.MYSQL_8_0;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_14;
import static dev.precheck.testkit.db.TestDatabase.POSTGRESQL_18;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a precheck says of the tables of real applications, as it was when somebody last read it:
 * {@code src/test/resources/golden}, with explanations in its README. {@code -Dupdate} writes it
 * anew.
 */
class RealSchemasIT {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private record Pair(TestDatabase source, TestDatabase target) {

    @Override
    public String toString() {
      return (source + " to " + target).toLowerCase(Locale.ROOT);
    }
  }

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(MYSQL_8_0, MYSQL_8_0),
          new Pair(MARIADB_11_4, MARIADB_11_4),
          new Pair(POSTGRESQL_18, POSTGRESQL_18),
          new Pair(MYSQL_5_7, MYSQL_8_0),
          new Pair(POSTGRESQL_14, POSTGRESQL_18),
          new Pair(MYSQL_8_0, MARIADB_11_4),
          new Pair(MARIADB_11_4, MYSQL_8_0),
          new Pair(MYSQL_8_0, POSTGRESQL_18),
          new Pair(POSTGRESQL_18, MYSQL_8_0));

  static Stream<Arguments> all() {
    return Arrays.stream(Application.values())
        .flatMap(application -> PAIRS.stream().map(pair -> Arguments.of(application, pair)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("all")
  void theReportIsTheOneThatWasRead(Application application, Pair pair) throws IOException {
    String report = Shop.between(pair.source(), pair.target()).with(application).longReport();

    Path file =
        GOLDEN
            .resolve(application.name().toLowerCase(Locale.ROOT))
            .resolve(pair.toString().replace(' ', '_') + ".txt");
    if (System.getProperty("update") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, report);
    }
    assertThat(report).isEqualTo(Files.readString(file));
  }
}
