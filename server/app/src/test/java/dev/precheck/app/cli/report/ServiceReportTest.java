package dev.precheck.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precheck.app.cli.text.Page;
import dev.precheck.app.cli.text.Paint;
import dev.precheck.engine.Verdict;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** How the service's answers read, by the contract's own examples. */
class ServiceReportTest {

  private static ReportView example(String name) throws Exception {
    try (InputStream contract =
        ServiceReportTest.class.getResourceAsStream("/META-INF/precheck/precheck.yaml")) {
      JsonNode data =
          new YAMLMapper()
              .readTree(Objects.requireNonNull(contract))
              .path("paths")
              .path("/api/v2/GetPreCheckResult")
              .at("/post/responses/200/content/application~1json/examples/" + name + "/value/data");
      return ServiceReport.view(data);
    }
  }

  private static String text(ReportView view) {
    return ReportText.of(view, new Paint(Ansi.OFF), false, "More is there.");
  }

  @Test
  void whatFailedIsToldWithItsRemedy() throws Exception {
    String text = text(example("failed"));

    assertThat(text)
        .contains("Source, primary database\n")
        .contains(
            "  WARNING       Primary key                                      RDB_PRIMARY_KEY")
        .contains("        CREATE DATABASE `warehouse`;")
        .contains("      Waits for: Target-Primary database-Database existence check.\n")
        .contains("      If skipped: Rows of these tables")
        .contains("FAILED: 1 failed, 1 undetermined, 1 warning, 2 passed; 5 items in 0.2 s");
    assertThat(text.lines().filter(line -> !line.contains("ALTER TABLE")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Page.WIDTH));
  }

  @Test
  void whatIsNotDoneIsNotPassed() throws Exception {
    assertThat(example("running").verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(example("finished").verdict()).isEqualTo(Verdict.PASSED);
  }
}
