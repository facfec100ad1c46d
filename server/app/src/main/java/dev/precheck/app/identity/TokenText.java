package dev.precheck.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an API token, {@code pck_<id>_<secret>}. The prefix is one that scanners for leaked
 * secrets can look for.
 *
 * @param id finds the token in the store; not secret
 * @param secret 256 random bits
 */
public record TokenText(String id, String secret) {

  private static final Pattern FORM = Pattern.compile("pck_([a-z0-9]{12})_([A-Za-z0-9_-]{43})");
  private static final String ID_PREFIX = "tk_";
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * A new one.
   *
   * @param id {@code tk_} and twelve letters and digits
   */
  public static TokenText random(String id) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new TokenText(id, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** What somebody sent; empty if it cannot be a token of ours. */
  public static Optional<TokenText> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new TokenText(ID_PREFIX + form.group(1), form.group(2)))
        : Optional.empty();
  }

  /** Shown to its owner, once. */
  public String reveal() {
    return "pck_" + id.substring(ID_PREFIX.length()) + "_" + secret;
  }

  /** SHA-256 of the secret: enough for 256 random bits, which nobody can try out. */
  public String hash() {
    try {
      byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Whether this is the secret behind a stored hash; as quick for any that is not. */
  public boolean fits(String stored) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), stored.getBytes(StandardCharsets.US_ASCII));
  }

  /** Does not print the secret. */
  @Override
  public String toString() {
    return "TokenText[" + id + "]";
  }
}
