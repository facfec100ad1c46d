package dev.precheck.app.store;

import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two findings the same finding, whatever the run, the attempt or the version. The
 * contract defines it (PreCheckFinding.fingerprint), so it can never change.
 */
final class Fingerprint {

  private static final int BYTES = 16;

  private Fingerprint() {}

  /**
   * The fingerprint of a finding.
   *
   * @param checkType id of the check that reports it
   * @param role which half of a pair the check looked at
   * @return 32 hexadecimal digits
   */
  static String of(String checkType, Role role, FindingEntry finding) {
    MessageDigest digest = sha256();
    add(digest, checkType);
    add(digest, finding.side() == Side.SOURCE ? "SOURCE" : "DEST");
    add(digest, role == Role.PRIMARY ? "MASTER" : "SLAVE");
    add(digest, finding.code());
    add(digest, finding.objectKind().name());
    finding.objectPath().forEach(name -> add(digest, name));
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  /** With its length, so that no two lists of texts look the same. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    digest.update((byte) ',');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
