package dev.precheck.engine;

import dev.precheck.spi.SecretUnavailable;
import java.util.Optional;

/** A value that must not be seen; it cannot print itself. */
public final class Secret {

  /** Where a secret is kept that is not at hand. */
  @FunctionalInterface
  public interface Source {
    /**
     * Fetches it.
     *
     * @throws SecretUnavailable if it cannot be had
     */
    String fetch() throws SecretUnavailable;
  }

  private final Source source;
  private volatile Optional<String> value;

  private Secret(Source source, Optional<String> value) {
    this.source = source;
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(() -> value, Optional.of(value));
  }

  /** One that is fetched when it is first needed, and only then. */
  public static Secret from(Source source) {
    return new Secret(source, Optional.empty());
  }

  /**
   * Fetches it, unless it is there.
   *
   * @throws SecretUnavailable if it cannot be had
   */
  public synchronized void fetch() throws SecretUnavailable {
    if (value.isEmpty()) {
      value = Optional.of(source.fetch());
    }
  }

  /**
   * The value itself, for the one call that needs it.
   *
   * @throws IllegalStateException if it was not fetched
   */
  public String reveal() {
    return value.orElseThrow(() -> new IllegalStateException("The secret was not fetched."));
  }

  /**
   * The text with every occurrence of this secret blanked, for messages of drivers and servers: as
   * it is, and as it stands in URLs, JSON and Base64. What was not fetched, nobody can have said.
   */
  public String redact(String text) {
    return value.filter(v -> !v.isEmpty()).map(v -> Spellings.blank(v, text)).orElse(text);
  }

  @Override
  public String toString() {
    return "***";
  }
}
