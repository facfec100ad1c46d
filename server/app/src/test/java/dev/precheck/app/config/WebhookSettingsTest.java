package dev.precheck.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSettingsTest {
  private static final String URL = "https://example.com/hook/s3cret";
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  @Test
  void anAddressAndASecretAreEnough() {
    WebhookSettings settings = settings(URL, SECRET);

    WebhookTarget target = settings.target().orElseThrow();
    assertThat(target.url()).hasToString(URL);
    assertThat(target.key()).hasSize(32);
    assertThat(settings + " " + target).doesNotContain("s3cret", SECRET);
  }

  @Test
  void withoutAnAddressNobodyIsTold() {
    assertThat(settings(null, null).target()).isEmpty();
    assertThat(settings(" ", SECRET).target()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://example.com/, begins neither with http:// nor with https://",
    "/hook, begins neither with http:// nor with https://",
    "https:///hook, names no host",
    "http://me:s3cret@example.com/, holds a user or a password",
    "http://exa mple.com/, is no URL",
  })
  void anAddressThatCannotBeIsRefused(String url, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(url, SECRET))
        .withMessageStartingWith("precheck.webhook.url " + why)
        .withMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "'', does not begin with whsec_",
    "s3cret, does not begin with whsec_",
    "whsec_s3cret!, is no Base64",
    "whsec_czNjcmV0, has 6 bytes",
  })
  void aSecretThatCannotBeIsRefused(String secret, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(URL, secret))
        .withMessageStartingWith("precheck.webhook.secret " + why)
        .withMessageNotContaining("s3cret");
  }

  private static WebhookSettings settings(@Nullable String url, @Nullable String secret) {
    Duration second = Duration.ofSeconds(1);
    return new WebhookSettings(url, secret, second, second, second, second);
  }
}
