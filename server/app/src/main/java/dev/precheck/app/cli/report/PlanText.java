package dev.precheck.app.cli.report;

import dev.precheck.app.cli.text.Page;
import dev.precheck.spi.Migration;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a few lines what a report is about, so that it can be read without its command. */
public final class PlanText {

  private static final int FEW_NAMES = 20;

  private PlanText() {}

  /** Selection and phases, with an empty line after them. */
  public static String of(Migration migration) {
    Selection selection = migration.selection();
    Page page = new Page();
    page.paragraph(0, "Migrates: ", names(selected(selection)));
    if (!selection.exclude().isEmpty()) {
      page.paragraph(0, "But not: ", names(selection.exclude().stream().map(String::valueOf)));
    }
    if (!selection.schemaNames().isEmpty()) {
      page.paragraph(0, "Renames: ", names(renamed(selection.schemaNames())));
    }
    page.paragraph(0, "Phases: ", phases(migration));
    return page.blank().toString();
  }

  private static Stream<String> selected(Selection selection) {
    return Stream.concat(
        selection.include().stream().map(String::valueOf),
        selection.listed().stream().map(PlanText::listed));
  }

  private static String listed(SelectedObject object) {
    String kind = object.kind() == ObjectKind.VIEW ? "view " : "";
    boolean renamed = !object.source().name().equals(object.target().name());
    return kind + object.source() + (renamed ? " as " + object.target() : "");
  }

  private static Stream<String> renamed(Map<String, String> schemas) {
    return schemas.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + " to " + entry.getValue());
  }

  private static String names(Stream<String> stream) {
    List<String> names = stream.toList();
    String first = names.stream().limit(FEW_NAMES).collect(Collectors.joining(", "));
    int rest = names.size() - FEW_NAMES;
    return rest > 0 ? first + " … and " + rest + " more" : first;
  }

  private static String phases(Migration migration) {
    return Arrays.stream(Phase.values())
        .filter(migration::runs)
        .map(Phase::label)
        .collect(Collectors.joining(", "));
  }
}
