package dev.precheck.dialects.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds what goes over a wire; numbers are little-endian unless they say otherwise. */
final class Bytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Bytes u1(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  Bytes little(long value, int length) {
    for (int at = 0; at < length; at++) {
      bytes.write((int) (value >>> (8 * at)));
    }
    return this;
  }

  Bytes big(long value, int length) {
    for (int at = length - 1; at >= 0; at--) {
      bytes.write((int) (value >>> (8 * at)));
    }
    return this;
  }

  Bytes text(String text) {
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ended by a zero. */
  Bytes cText(String text) {
    return text(text).u1(0);
  }

  /** With its length before it, in one byte. */
  Bytes sizedText(String text) {
    return u1(text.length()).text(text);
  }

  Bytes raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  byte[] all() {
    return bytes.toByteArray();
  }
}
