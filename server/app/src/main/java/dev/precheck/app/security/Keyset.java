package dev.precheck.app.security;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.precheck.app.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the key that encrypts passwords: the one in the environment, else the file that is asked
 * for, else {@code secret.key} in the data directory, which the first start makes.
 */
final class Keyset {

  private static final Logger LOG = LoggerFactory.getLogger(Keyset.class);

  /** The key's file within the data directory. */
  static final String FILE = "secret.key";

  private Keyset() {}

  /**
   * Finds or makes the key.
   *
   * @throws IllegalStateException if there is none that can be used; the message says what to do
   */
  static KeysetHandle find(Settings settings) throws IOException, GeneralSecurityException {
    if (settings.ownKey().isPresent()) {
      return parse(settings.ownKey().get().strip(), "The environment's PRECHECK_SECRET_KEY");
    }
    if (settings.ownKeyFile().isPresent()) {
      return read(settings.ownKeyFile().get());
    }
    Path file = settings.dataDir().resolve(FILE);
    if (!Files.exists(file)) {
      make(file);
      LOG.info(
          "Made the key that encrypts passwords, {}. Keep a copy: without it they are lost.", file);
    }
    return read(file);
  }

  private static KeysetHandle read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IllegalStateException("The key file " + file + " is not there or not readable.");
    }
    if (PrivateFiles.isOpenToOthers(file)) {
      throw new IllegalStateException(
          "Every account on this machine can open the key file "
              + file
              + ". Run: chmod 600 "
              + file);
    }
    return parse(Files.readString(file).strip(), "The key file " + file);
  }

  private static KeysetHandle parse(String text, String place) {
    try {
      String json =
          text.startsWith("{")
              ? text
              : new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The cause may quote the text, so it is left out.
      throw new IllegalStateException(
          place
              + " holds no key: a Tink keyset as JSON, or its Base64, was expected. To get one,"
              + " start the service with an empty data directory and take its "
              + FILE
              + ".");
    }
  }

  private static void make(Path file) throws IOException, GeneralSecurityException {
    KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    Path whole = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(whole);
    PrivateFiles.file(whole);
    Files.writeString(
        whole, TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()));
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
