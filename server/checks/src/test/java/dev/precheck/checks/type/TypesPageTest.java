package dev.precheck.checks.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.checks.type.TypeMapping.Mapped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/types.md is what the tables say; {@code -Dupdate} rewrites it. */
class TypesPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("precheck.root", "../.."), "docs", "types.md");

  private static final String HEAD =
      """
      # What becomes of types

      What RDB_COLUMN_TYPE says of each type when tables are created in a database of another kind, made from the tables
      beside `server/checks/src/main/java/dev/precheck/checks/type`, which name their sources. Do not edit this page: change
      a table, then run `./mvnw -pl server/checks -am test -Dtest=TypesPageTest -Dsurefire.failIfNoSpecifiedTests=false
      -Dupdate`.

      - same: every value and its meaning.
      - widened: every value, and there is room for more.
      - edge: every value but unusual ones; told as a notice.
      - lossy: something is lost that an application may rely on; a warning.
      - unsupported: there is no type for it; an error.

      Between databases of one kind types stay as they are. A type that is not listed is reported as unknown, and the item
      ends undetermined, unless the last line is for all others.
      """;

  @Test
  void isWhatTheTablesSay() throws Exception {
    StringBuilder page = new StringBuilder(HEAD);
    add(page, "MySQL and MariaDB to PostgreSQL", "mysql-postgresql");
    add(page, "PostgreSQL to MySQL", "postgresql-mysql");
    add(page, "PostgreSQL to MariaDB", "postgresql-mariadb");
    add(page, "MySQL to MariaDB, where it is not the same", "mysql-mariadb");
    add(page, "MariaDB to MySQL, where it is not the same", "mariadb-mysql");
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("run the build with -Dupdate to rewrite it").hasContent(page.toString());
  }

  private static void add(StringBuilder page, String title, String pair) {
    page.append("\n## ").append(title).append("\n\n");
    page.append("| type | becomes | fidelity | what changes |\n|---|---|---|---|\n");
    for (Map.Entry<String, Mapped> type : TypeMapping.read(pair).entrySet()) {
      Mapped mapped = type.getValue();
      page.append("| ").append(type.getKey()).append(" | ").append(mapped.target());
      page.append(" | ").append(mapped.fidelity().name().toLowerCase(Locale.ROOT));
      page.append(" | ").append(mapped.change()).append(" |\n");
    }
  }
}
