package dev.precheck.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A password to be looked for: in all the spellings that software gives a text, because each of its
 * characters is changed by one of them.
 */
public final class Canary {

  /** One that URLs, JSON, HTML, SQL, Base64 and character sets spell in ways of their own. */
  public static final String PASSWORD = "kanari-4711 +%/\\\"'&<ü>?#=~表";

  /** Of which nothing else may be found either, for what is cut off or added to. */
  private static final String CORE = "kanari-4711";

  private Canary() {}

  /** The spellings of it that stand in the text; none is what is wanted. */
  public static Set<String> in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The spellings of it that stand in the file, whatever the file's format. */
  public static Set<String> in(Path file) {
    try {
      return in(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> in(byte[] bytes) {
    // A byte a character, so that bytes can be searched like a text.
    String hay = new String(bytes, StandardCharsets.ISO_8859_1);
    String small = hay.toLowerCase(Locale.ROOT);
    Set<String> found = new TreeSet<>();
    for (String spelling : spellings()) {
      for (Charset charset :
          List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        String needle = new String(spelling.getBytes(charset), StandardCharsets.ISO_8859_1);
        if (hay.contains(needle) || small.contains(needle.toLowerCase(Locale.ROOT))) {
          found.add(spelling + " in " + charset);
        }
      }
    }
    return found;
  }

  static Set<String> spellings() {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(CORE);
    spellings.add(PASSWORD);
    String form = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
    spellings.add(form);
    spellings.add(form.replace("+", "%20"));
    byte[] core = CORE.getBytes(StandardCharsets.UTF_8);
    spellings.add(HexFormat.of().formatHex(core));
    Stream.of(0, 1, 2).forEach(offset -> spellings.add(base64(core, offset)));
    return spellings;
  }

  /** As it looks within the Base64 of a longer text, where it begins at any of three places. */
  private static String base64(byte[] core, int offset) {
    byte[] shifted = new byte[core.length + offset];
    System.arraycopy(core, 0, shifted, offset, core.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    // The characters at both ends are also about the neighbours.
    return text.substring((offset * 8 + 5) / 6, text.length() - 1);
  }
}
