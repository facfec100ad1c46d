package dev.precheck.app.security;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * A secret as it is stored.
 *
 * @param envelope whether it has a data key of its own, as only those of earlier versions have not
 * @param base64 what Tink made of it
 */
record Sealed(boolean envelope, String base64) {

  /** Tells the two apart: Base64 has no colon. */
  private static final String ENVELOPE = "e1:";

  /** Before the wrapped data key stands its length; source: Tink's wire format. */
  private static final int LENGTH = Integer.BYTES;

  /** What a key with an id puts before what it encrypts, and then the id; source: as above. */
  private static final byte WITH_ID = 1;

  static Sealed parse(String text) {
    boolean envelope = text.startsWith(ENVELOPE);
    return new Sealed(envelope, envelope ? text.substring(ENVELOPE.length()) : text);
  }

  static Sealed inEnvelope(byte[] bytes) {
    return new Sealed(true, Base64.getEncoder().encodeToString(bytes));
  }

  /** As it is stored. */
  String text() {
    return (envelope ? ENVELOPE : "") + base64;
  }

  byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  /** The id of the key that opens it; empty if it is of a kind without ids. */
  Optional<Integer> key() {
    byte[] bytes = bytes();
    int start = envelope ? LENGTH : 0;
    return bytes.length < start + 1 + Integer.BYTES || bytes[start] != WITH_ID
        ? Optional.empty()
        : Optional.of(ByteBuffer.wrap(bytes).getInt(start + 1));
  }

  /** A key's id as people know it. */
  static String name(int id) {
    return Integer.toUnsignedString(id);
  }
}
