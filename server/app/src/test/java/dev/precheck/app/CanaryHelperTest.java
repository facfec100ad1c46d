package dev.precheck.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What is looked for is found, or the search proves nothing. */
class CanaryHelperTest {

  @Test
  void everySpellingIsFound() {
    String word = Canary.PASSWORD;
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);

    assertThat(Canary.in("a " + word + " b")).isNotEmpty();
    assertThat(Canary.in("a=" + URLEncoder.encode(word, StandardCharsets.UTF_8))).isNotEmpty();
    assertThat(Canary.in(HexFormat.of().withUpperCase().formatHex(bytes))).isNotEmpty();
    for (String before : new String[] {"", "u", "u:", "user", "reader:"}) {
      byte[] longer = (before + word).getBytes(StandardCharsets.UTF_8);
      assertThat(Canary.in(Base64.getEncoder().encodeToString(longer))).as(before).isNotEmpty();
      assertThat(Canary.in(Base64.getUrlEncoder().encodeToString(longer))).as(before).isNotEmpty();
    }
    assertThat(Canary.in("kanari")).isEmpty();
  }
}
