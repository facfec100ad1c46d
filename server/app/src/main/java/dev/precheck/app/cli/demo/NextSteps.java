package dev.precheck.app.cli.demo;

import dev.precheck.app.cli.text.Page;
import java.net.URI;
import java.nio.file.Path;

/** What to try once the demo has shown its report. */
public final class NextSteps {

  private NextSteps() {}

  /** A page of hints whose commands can be pasted into a shell. */
  public static String of(URI service, String precheckId, Path plan) {
    Page page = new Page();
    page.line("What to try next").blank();
    page.paragraph(2, "1. ", "Ask for this result the way an OMS client does:");
    curl(page, service, "GetPreCheckResult", "{\"id\": \"" + precheckId + "\"}");
    page.paragraph(2, "2. ", "Take the line of invoices out of this plan, and submit it again:");
    page.verbatim(5, plan.toString());
    curl(page, service, "SubmitPreCheck", "@" + plan);
    page.paragraph(2, "3. ", "Look at the API in a browser (offline), and at its contract:");
    page.verbatim(5, service + "/docs");
    page.verbatim(5, service + "/openapi.yaml").blank();
    page.paragraph(2, "4. ", "Check a migration of your own:");
    page.verbatim(5, "./precheck check --source mysql://USER@HOST/DATABASE \\");
    page.verbatim(5, "  --target postgresql://USER@HOST/DATABASE");
    return page.blank().toString();
  }

  private static void curl(Page page, URI service, String action, String body) {
    page.verbatim(5, "curl -s '" + service + "/api/v2?Action=" + action + "' \\");
    page.verbatim(5, "  -H 'Content-Type: application/json' -d '" + body + "'").blank();
  }
}
