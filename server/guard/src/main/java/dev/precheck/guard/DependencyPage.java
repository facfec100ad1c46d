package dev.precheck.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * docs/dependencies.md says what is handed out and under which licences: each of its tables is that
 * of a bill of materials (CycloneDX) that the build has made. {@code -Dupdate} rewrites it.
 */
public final class DependencyPage {

  private static final Path PAGE =
      Path.of(System.getProperty("precheck.root", "../.."), "docs", "dependencies.md");

  /** Under which a library may be handed out with Precheck; one of its licences is enough. */
  private static final Set<String> ACCEPTED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "EPL-2.0",
          "LGPL-2.1-or-later",
          "MIT",
          "MIT-0",
          "MPL-2.0");

  private record Library(String name, String version, List<String> licences) {

    String row() {
      return "| " + name + " | " + version + " | " + String.join(" or ", licences) + " |\n";
    }

    boolean mayBeHandedOut() {
      return licences.stream().anyMatch(ACCEPTED::contains);
    }
  }

  private DependencyPage() {}

  /**
   * Holds the table beneath a heading against the bill.
   *
   * @param bill the CycloneDX file, JSON
   * @param heading the title of the section, without what marks it
   */
  public static void check(Path bill, String heading) throws IOException {
    List<Library> libraries = libraries(new JsonMapper().readTree(bill.toFile()));

    assertThat(libraries).isNotEmpty();
    assertThat(libraries)
        .as("Each library has a licence that allows to hand it out with Precheck.")
        .allMatch(Library::mayBeHandedOut);
    String table =
        "| library | version | licence |\n| --- | --- | --- |\n"
            + libraries.stream().map(Library::row).collect(Collectors.joining());
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, replaced(Files.readString(PAGE), heading, table));
    }
    assertThat(section(Files.readString(PAGE), heading))
        .as("docs/dependencies.md, " + heading + ": run the build with -Dupdate to rewrite it")
        .isEqualTo(table);
  }

  private static List<Library> libraries(JsonNode bill) {
    return elements(bill.path("components"))
        .filter(component -> !component.path("group").asText().equals("dev.precheck"))
        .map(DependencyPage::library)
        .sorted(Comparator.comparing(Library::name))
        .toList();
  }

  private static Library library(JsonNode component) {
    return new Library(
        component.path("group").asText() + ":" + component.path("name").asText(),
        component.path("version").asText(),
        elements(component.path("licenses")).map(DependencyPage::licence).toList());
  }

  private static String licence(JsonNode licence) {
    JsonNode known = licence.path("license");
    return known.isMissingNode()
        ? licence.path("expression").asText()
        : known.path("id").asText(known.path("name").asText());
  }

  private static Stream<JsonNode> elements(JsonNode parent) {
    return StreamSupport.stream(parent.spliterator(), false);
  }

  private static String section(String page, String heading) {
    int start = start(page, heading);
    return page.substring(start, end(page, start));
  }

  private static String replaced(String page, String heading, String table) {
    int start = start(page, heading);
    return page.substring(0, start) + table + page.substring(end(page, start));
  }

  private static int start(String page, String heading) {
    String mark = "\n## " + heading + "\n\n";
    int found = page.indexOf(mark);
    assertThat(found).as("The section \"" + heading + "\" of docs/dependencies.md").isNotNegative();
    return found + mark.length();
  }

  /** Tables end with an empty line, or with the page. */
  private static int end(String page, int start) {
    int found = page.indexOf("\n\n", start);
    return found < 0 ? page.length() : found + 1;
  }
}
