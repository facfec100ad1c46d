package dev.precheck.stub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.time.Instant;
import java.util.Random;
import java.util.regex.Pattern;

/** Texts made up from schemas. */
final class MadeUpText {

  private static final String WORDS = "orders customers invoices order lines clients stock ";
  private static final long FIRST_SECOND = 1_770_000_000;
  private static final int SECONDS = 30_000_000;
  private static final int LONG = 40;
  private static final int TRIES = 100;

  private final Random random;

  MadeUpText(Random random) {
    this.random = random;
  }

  String text(JsonNode schema) {
    if (schema.path("format").asText().equals("date-time")) {
      return Instant.ofEpochSecond(FIRST_SECOND + random.nextInt(SECONDS)).toString();
    }
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    return schema.has("pattern")
        ? matching(schema.path("pattern").asText(), least, most)
        : words(least, Math.max(least, Math.min(most, LONG)));
  }

  private String words(int least, int most) {
    int length = Math.max(1, least + random.nextInt(most - least + 1));
    int start = random.nextInt(WORDS.length() / 2);
    String text = WORDS.repeat(length / WORDS.length() + 2).substring(start, start + length);
    return text.strip().length() == length ? text : text.replace(' ', '_');
  }

  private String matching(String pattern, int least, int most) {
    RgxGen generator = new RgxGen(pattern);
    RgxGenProperties properties = new RgxGenProperties();
    RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, 2 * Math.max(least, LONG));
    generator.setProperties(properties);
    for (int i = 0; i < TRIES; i++) {
      String text = generator.generate(random);
      // A text that is too long often fits when it is cut.
      String cut = text.length() > most ? text.substring(0, most) : text;
      if (cut.length() >= least && Pattern.compile(pattern).matcher(cut).find()) {
        return cut;
      }
    }
    throw new IllegalStateException(
        "No text of " + least + " to " + most + " characters was found for " + pattern + ".");
  }
}
