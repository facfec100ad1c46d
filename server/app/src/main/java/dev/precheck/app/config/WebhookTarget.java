package dev.precheck.app.config;

import java.net.URI;

/** Where a webhook is sent, and the key that it is signed with. */
public final class WebhookTarget {
  private final URI url;
  private final byte[] key;

  WebhookTarget(URI url, byte[] key) {
    this.url = url;
    this.key = key;
  }

  public URI url() {
    return url;
  }

  public byte[] key() {
    return key.clone();
  }

  /** The host alone: path and query may be secrets. */
  @Override
  public String toString() {
    return url.getHost();
  }
}
