package dev.precheck.app.cli.catalogue;

import dev.precheck.app.cli.text.Page;
import dev.precheck.app.cli.text.Paint;
import dev.precheck.app.cli.text.Printable;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Problem;
import java.util.List;

/** The catalogue for a terminal. */
public final class CatalogueText {

  private static final int GAP = 2;
  private static final int SIDES = 19;

  private CatalogueText() {}

  /** One line for each check. */
  public static String table(List<CheckType> types, Paint paint) {
    int id = columns("ID", types.stream().map(CheckType::id).toList());
    int title = columns("WHAT IS CHECKED", types.stream().map(CheckType::title).toList());
    Page page = new Page();
    page.line(
        paint.bold(
            padded("ID", id)
                + padded("WHAT IS CHECKED", title)
                + padded("ON", SIDES)
                + "AT WORST"));
    for (CheckType type : types) {
      page.line(
          padded(type.id(), id)
              + padded(type.title(), title)
              + padded(Words.sides(type), SIDES)
              + Words.verdict(type.severity()));
    }
    page.blank().line(types.size() + (types.size() == 1 ? " check." : " checks."));
    return page.paragraph(0, "", "\"precheck checks ID\" tells everything about one.").toString();
  }

  /** Everything about one check. */
  public static String page(CheckType type, Paint paint) {
    Page page = new Page();
    page.line(paint.bold(Printable.of(type.id() + ": " + type.title()))).blank();
    page.paragraph(0, "What must hold: ", type.condition());
    page.paragraph(0, "Why: ", type.why());
    page.paragraph(0, "When: ", type.applies());
    page.paragraph(0, "Where: ", "Looks at the " + Words.sides(type) + Words.roles(type) + ".");
    page.paragraph(0, "Skipping: ", Words.skipping(type));
    page.paragraph(0, "Removing: ", Words.removing(type));
    page.blank().line("Problems it can find:");
    type.problems().forEach(problem -> problem(page, problem, paint));
    return page.toString();
  }

  private static void problem(Page page, Problem problem, Paint paint) {
    page.blank();
    page.line(
        "  " + paint.bold(Printable.of(problem.code())) + ", " + Words.makes(problem.severity()));
    page.paragraph(4, "", problem.message());
    page.paragraph(4, "What to do: ", problem.remedy());
  }

  private static int columns(String head, List<String> values) {
    return values.stream().mapToInt(String::length).reduce(head.length(), Math::max) + GAP;
  }

  private static String padded(String text, int columns) {
    String shown = Printable.of(text);
    return shown + " ".repeat(Math.max(GAP, columns - shown.length()));
  }
}
