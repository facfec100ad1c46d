package dev.precheck.app.security;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** A key set as text: Tink's JSON, or the Base64 of it. */
final class KeyText {

  private KeyText() {}

  /**
   * Reads it.
   *
   * @param place where it is from, for the message
   * @throws IllegalStateException if it is none
   */
  static KeysetHandle parse(String text, String place) {
    try {
      String stripped = text.strip();
      String json =
          stripped.startsWith("{")
              ? stripped
              : new String(Base64.getDecoder().decode(stripped), StandardCharsets.UTF_8);
      return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The cause may quote the text, so it is left out.
      throw new IllegalStateException(
          place
              + " holds no key: a Tink keyset as JSON, or its Base64, was expected. To get one,"
              + " start the service with an empty data directory and take its "
              + KeySources.FILE
              + ".");
    }
  }

  static String of(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
  }
}
