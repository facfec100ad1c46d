package dev.precheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.spi.SecretUnavailable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecretTest {

  private static final String VALUE = "a b/\"c\\'d+ü%";

  @Test
  void itIsBlankedHoweverItIsSpelled() {
    Secret secret = Secret.of(VALUE);
    String url = URLEncoder.encode(VALUE, StandardCharsets.UTF_8);
    byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);

    for (String spelling :
        new String[] {
          VALUE,
          url,
          url.replace("+", "%20"),
          "a b/\\\"c\\\\'d+ü%",
          "a b/\"c\\''d+ü%",
          Base64.getEncoder().encodeToString(bytes),
          Base64.getUrlEncoder().encodeToString(bytes)
        }) {
      assertThat(secret.redact("jdbc:x?password=" + spelling + "&y=1"))
          .isEqualTo("jdbc:x?password=***&y=1");
    }
    assertThat(secret.toString()).isEqualTo("***");
    assertThat(Secret.of("").redact("nothing")).isEqualTo("nothing");
  }

  @Test
  void oneThatIsElsewhereIsFetchedOnceAndOnlyWhenItIsNeeded() throws Exception {
    AtomicInteger fetched = new AtomicInteger();
    Secret secret =
        Secret.from(
            () -> {
              fetched.incrementAndGet();
              return VALUE;
            });

    assertThat(secret.redact("a " + VALUE)).isEqualTo("a " + VALUE);
    assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
    assertThat(fetched).hasValue(0);
    secret.fetch();
    secret.fetch();

    assertThat(fetched).hasValue(1);
    assertThat(secret.reveal()).isEqualTo(VALUE);
    assertThat(secret.redact("a " + VALUE)).isEqualTo("a ***");
  }

  @Test
  void oneThatCannotBeHadIsAskedForAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Secret secret =
        Secret.from(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new SecretUnavailable("Not there.");
              }
              return "x";
            });

    assertThatThrownBy(secret::fetch).hasMessage("Not there.");
    secret.fetch();

    assertThat(secret.reveal()).isEqualTo("x");
  }
}
