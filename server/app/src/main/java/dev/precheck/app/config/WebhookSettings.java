package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is told that a precheck has ended.
 *
 * @param url http or https; nobody is told where there is none
 * @param secret signs what is sent: {@code whsec_} and the Base64 of 24 to 64 bytes, as Standard
 *     Webhooks has it
 * @param connect how long connecting may take
 * @param answer how long an answer may take, connecting included
 * @param firstRetry how long to wait after the first try that failed; each further wait is as long
 *     as all before it together, at most an hour
 * @param giveUp how long to try
 */
@ConfigurationProperties("precheck.webhook")
public record WebhookSettings(
    @Nullable String url,
    @Nullable String secret,
    @Bindable(defaultValue = "5s") Duration connect,
    @Bindable(defaultValue = "15s") Duration answer,
    @Bindable(defaultValue = "5s") Duration firstRetry,
    @Bindable(defaultValue = "24h") Duration giveUp) {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST_KEY = 24;
  private static final int LONGEST_KEY = 64;

  public WebhookSettings {
    positive("connect", connect);
    positive("answer", answer);
    positive("first-retry", firstRetry);
    positive("give-up", giveUp);
    if (url != null && !url.isBlank()) {
      address(url);
      key(secret == null ? "" : secret);
    }
  }

  /** Where to send, and how to sign; empty if nobody is to be told. */
  public Optional<WebhookTarget> target() {
    return Optional.ofNullable(url)
        .filter(text -> !text.isBlank())
        .map(text -> new WebhookTarget(address(text), key(secret == null ? "" : secret)));
  }

  private static URI address(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw refuse("url", "is no URL");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refuse("url", "begins neither with http:// nor with https://");
    }
    if (uri.getHost() == null) {
      throw refuse("url", "names no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw refuse("url", "holds a user or a password; the signature says who sends");
    }
    return uri;
  }

  private static byte[] key(String text) {
    if (!text.startsWith(PREFIX)) {
      throw refuse("secret", "does not begin with " + PREFIX);
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw refuse("secret", "is no Base64 behind " + PREFIX);
    }
    if (key.length < SHORTEST_KEY || key.length > LONGEST_KEY) {
      throw refuse("secret", "has " + key.length + " bytes; 24 to 64 are accepted");
    }
    return key;
  }

  /** Never with the value: both may hold what is nobody's business. */
  private static IllegalArgumentException refuse(String name, String why) {
    return new IllegalArgumentException(
        "precheck.webhook."
            + name
            + " "
            + why
            + ". Set PRECHECK_WEBHOOK_URL to an address such as https://example.com/hook, and"
            + " PRECHECK_WEBHOOK_SECRET to what this prints:"
            + " echo whsec_$(openssl rand -base64 32)");
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "precheck.webhook." + name + " is " + value + "; it must be longer than zero.");
    }
  }

  /** Prints neither the secret nor the URL, which may be a secret itself. */
  @Override
  public String toString() {
    return "WebhookSettings[connect=" + connect + ", answer=" + answer + "]";
  }
}
