package dev.precheck.engine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which software writes a text down when it repeats it. */
final class Spellings {

  private Spellings() {}

  /** The text without the secret, however it is spelled. */
  static String blank(String secret, String text) {
    String blanked = text;
    for (String spelling : of(secret)) {
      blanked = blanked.replace(spelling, "***");
    }
    return blanked;
  }

  private static Set<String> of(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String uri = form.replace("+", "%20");
    String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    String base64 = Base64.getEncoder().encodeToString(bytes);
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(secret);
    spellings.add(json);
    spellings.add(json.replace("/", "\\/"));
    spellings.add(form);
    spellings.add(uri);
    spellings.add(uri.toLowerCase(Locale.ROOT));
    spellings.add(base64);
    spellings.add(Base64.getUrlEncoder().encodeToString(bytes));
    // SQL doubles quotes, and so does what quotes SQL.
    spellings.add(secret.replace("'", "''"));
    return spellings;
  }
}
