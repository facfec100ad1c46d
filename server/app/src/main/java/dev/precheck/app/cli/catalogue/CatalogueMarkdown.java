package dev.precheck.app.cli.catalogue;

import dev.precheck.spi.CheckType;
import dev.precheck.spi.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** The catalogue as the page docs/checks.md. */
public final class CatalogueMarkdown {

  private static final String HEAD =
      """
      # The checks

      Every check that this version has, printed by `precheck checks --format markdown`. Do not edit
      this page: change the check, then run `./mvnw -pl server/app -am test -Dtest=ChecksPageTest
      -Dsurefire.failIfNoSpecifiedTests=false -Dupdate`.

      """;

  private CatalogueMarkdown() {}

  /** The whole page. */
  public static String page(List<CheckType> types) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| check | what is checked | on | at worst |\n|---|---|---|---|\n");
    for (CheckType type : types) {
      String anchor = type.id().toLowerCase(Locale.ROOT);
      page.append("| [").append(type.id()).append("](#").append(anchor).append(") | ");
      page.append(cell(type.title())).append(" | ").append(Words.sides(type)).append(" | ");
      page.append(Words.verdict(type.severity())).append(" |\n");
    }
    types.forEach(type -> page.append('\n').append(section(type)));
    return page.toString();
  }

  /** One check. */
  public static String section(CheckType type) {
    StringBuilder text = new StringBuilder("## ").append(type.id()).append("\n\n");
    text.append("**").append(plain(type.title())).append(".** ").append(plain(type.condition()));
    text.append("\n\n").append(plain(type.why())).append("\n\n");
    text.append("- ").append(plain(type.applies())).append('\n');
    text.append("- Looks at the ")
        .append(Words.sides(type))
        .append(Words.roles(type))
        .append(".\n");
    text.append("- ").append(plain(Words.skipping(type))).append('\n');
    text.append("- ").append(Words.removing(type)).append("\n\n");
    text.append("| problem | makes the item | message | what to do |\n|---|---|---|---|\n");
    type.problems().forEach(problem -> text.append(row(problem)));
    return text.toString();
  }

  private static String row(Problem problem) {
    return "| `"
        + problem.code()
        + "` | "
        + Words.verdict(problem.severity())
        + " | "
        + cell(problem.message())
        + " | "
        + cell(problem.remedy())
        + " |\n";
  }

  private static String cell(String text) {
    return plain(text).replace("|", "\\|");
  }

  /** Text in which Markdown sees nothing of its own. */
  private static String plain(String text) {
    return text.replaceAll("[\\\\`*_<>\\[\\]]", Matcher.quoteReplacement("\\") + "$0");
  }
}
