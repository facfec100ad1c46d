package dev.precheck.dialects;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a server sends, seen by an inspector before anybody else. */
class InspectedInput extends FilterInputStream {

  private static final int SKIPPED_AT_ONCE = 8192;

  private final Inspector inspector;

  InspectedInput(InputStream server, Inspector inspector) {
    super(server);
    this.inspector = inspector;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    inspector.look(bytes, from, Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    if (wanted <= 0) {
      return 0;
    }
    int read = read(new byte[(int) Math.min(SKIPPED_AT_ONCE, wanted)]);
    if (read < 0) {
      // A driver that skips would ask for the rest for ever.
      throw new EOFException("The server closed the connection within an answer.");
    }
    return read;
  }
}
