package dev.precheck.app.security;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** Where the key set is kept. */
interface KeySource {

  /** As a sentence begins, such as {@code The key file /etc/precheck/secret.key}. */
  String place();

  /**
   * Reads it.
   *
   * @throws IllegalStateException if it cannot be used as it is; the message says what to do and
   *     quotes nothing of it
   */
  KeysetHandle read() throws IOException, GeneralSecurityException;

  /** Something that is another one as soon as reading again may give something else. */
  Object stamp();

  /** The same for somebody who misses a key. */
  default Object urgentStamp() {
    return stamp();
  }
}
