import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Writes the contract of the OMS form: {@code java OmsForm.java precheck.yaml precheck-oms.yaml}.
 *
 * <p>It works on the text, so that order, comments and line breaks stay. Each step fails if it
 * finds nothing to do, because then the contract is no longer written as it expects.
 */
final class OmsForm {

  /** A path item is indented by 2, its method by 4, a response by 8; what belongs to it by more. */
  private static final String ITEM_BODY = "(?: {4,}.*\n| *\n)+";

  private static final String RESPONSE_BODY = "(?: {10,}.*\n| *\n)+";

  private String text;

  private OmsForm(String contract) {
    text = contract;
  }

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    Files.writeString(target, of(Files.readString(Path.of(arguments[0]))));
  }

  static String of(String contract) {
    OmsForm form = new OmsForm(contract);
    // A stream is asked for with a query of its own, for which there is no place behind the action.
    form.replace("^  /api/v2/[A-Za-z]+:\n    get:\n" + ITEM_BODY, "");
    form.replace("^  /api/v2/([A-Za-z]+):\n", "  /api/v2?Action=$1:\n");
    // These come with the status 200, and the answer of each operation has their members.
    form.replace("^        '(?:400|404|409|422)':\n" + RESPONSE_BODY, "");
    form.replace("^ {6,}additionalProperties: false\n", "");
    form.replace("^  title: Precheck\n", "  title: Precheck, OMS form\n");
    form.replace(
        "This document describes the path form,\\s+because OpenAPI cannot tell operations apart by a"
            + " query parameter\\.",
        "This document describes the\n    OMS form, for code generators: its paths hold a query, which"
            + " OpenAPI does not allow, so other tools refuse it.\n    WatchPreCheck is left out.");
    return form.text;
  }

  private void replace(String pattern, String replacement) {
    var matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("The contract has nothing that looks like " + pattern);
    }
    text = matcher.replaceAll(replacement);
  }
}
