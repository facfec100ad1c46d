package dev.precheck.app.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Catalogue;
import dev.precheck.spi.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/checks.md is what the catalogue prints; {@code -Dupdate} rewrites it. */
class ChecksPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("precheck.root", "../.."), "docs", "checks.md");

  @Test
  void isWhatTheCatalogueSays() throws Exception {
    String page =
        CatalogueMarkdown.page(Catalogue.load().checks().stream().map(Check::type).toList());
    if (System.getProperty("update") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("run the build with -Dupdate to rewrite it").hasContent(page);
  }
}
