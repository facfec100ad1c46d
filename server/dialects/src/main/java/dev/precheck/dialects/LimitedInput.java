package dev.precheck.dialects;

import java.io.IOException;
import java.io.InputStream;

/** What a server sends, as long as its limit lasts. */
final class LimitedInput extends InspectedInput {

  private final ReceiveLimit limit;

  LimitedInput(InputStream server, ReceiveLimit limit, Inspector inspector) {
    super(server, inspector);
    this.limit = limit;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    limit.require(1);
    int read = super.read(bytes, from, length);
    limit.count(Math.max(0, read));
    return read;
  }
}
