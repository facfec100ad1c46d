package dev.precheck.dialects;

import dev.precheck.engine.network.AnswerRefused;
import java.io.IOException;

/**
 * Looks at the packets of a MySQL server before MariaDB's driver does, which makes room for as many
 * columns as one of them announces. Such a packet is a number and at most one more byte, which no
 * other packet is: a row has the bytes that its numbers announce. Sources: MySQL's protocol, "Text
 * Resultset" and "Protocol::LengthEncodedInteger"; MariaDB's, "Result Set Packets".
 */
final class MySqlFrames implements Inspector {

  /** MySQL 8.0 Reference Manual, 10.4.7, "Limits on Table Column Count and Row Size". */
  private static final int MOST_COLUMNS = 4_096;

  private static final int HEADER = 4;

  /** A number of eight bytes, what it begins with, and the one more byte. */
  private static final int LONGEST = 10;

  private final byte[] header = new byte[HEADER];
  private final byte[] start = new byte[LONGEST];

  /** Bytes of the header that have come; of the payload how many it has, are kept, and to come. */
  private int known;

  private int length;
  private int kept;
  private int left;

  @Override
  public void look(byte[] bytes, int from, int count) throws IOException {
    int end = from + count;
    for (int at = from; at < end; ) {
      if (known < HEADER) {
        header(bytes[at++]);
      } else if (kept < LONGEST) {
        start[kept++] = bytes[at++];
        left--;
        next();
      } else {
        int passed = Math.min(end - at, left);
        left -= passed;
        at += passed;
        next();
      }
    }
  }

  private void header(byte value) {
    header[known++] = value;
    if (known == HEADER) {
      length = (int) number(header, 0, 3);
      left = length;
      kept = 0;
      if (length == 0) {
        known = 0;
      }
    }
  }

  private void next() throws IOException {
    if (left > 0) {
      return;
    }
    known = 0;
    int digits =
        switch (start[0] & 0xff) {
          case 0xfc -> 2;
          case 0xfd -> 3;
          case 0xfe -> 8;
          default -> 0;
        };
    boolean isNumber = digits > 0 && (length == digits + 1 || length == digits + 2);
    if (isNumber && Long.compareUnsigned(number(start, 1, digits), MOST_COLUMNS) > 0) {
      throw new AnswerRefused(
          "The server announces a result of "
              + Long.toUnsignedString(number(start, 1, digits))
              + " columns; it can have "
              + MOST_COLUMNS
              + ". Look at what listens at that address.");
    }
  }

  private static long number(byte[] bytes, int from, int digits) {
    long number = 0;
    for (int digit = digits - 1; digit >= 0; digit--) {
      number = (number << Byte.SIZE) | (bytes[from + digit] & 0xff);
    }
    return number;
  }
}
