package dev.precheck.app.security;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import dev.precheck.app.config.Settings;
import dev.precheck.engine.Secret;
import io.micronaut.context.annotation.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts passwords with AES-256-GCM. Each is bound to its owner (a data source's id), so that a
 * stored one cannot be moved to another owner and read there.
 */
@Context
public final class Vault {

  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

  private final Aead aead;

  /**
   * Finds the key.
   *
   * @throws IllegalStateException if there is none that can be used, or if every account may write
   *     in the data directory
   */
  public Vault(Settings settings) throws IOException, GeneralSecurityException {
    AeadConfig.register();
    Path directory = settings.dataDir().toAbsolutePath().normalize();
    PrivateFiles.directory(directory);
    if (PrivateFiles.isOpenToOthers(directory)) {
      LOG.warn(
          "Every account on this machine can look into the data directory {}. Its key and its store"
              + " are private, but other files in it may not be. Run: chmod 700 {}",
          directory,
          directory);
    }
    aead = Keyset.find(settings).getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** The secret as text that may be stored. */
  public String seal(Secret secret, String owner) {
    try {
      byte[] sealed = aead.encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), bytes(owner));
      return Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret of " + owner + " could not be encrypted.", e);
    }
  }

  /**
   * The secret that was sealed for this owner.
   *
   * @throws IllegalStateException if the key is not the one it was sealed with
   */
  public Secret open(String sealed, String owner) {
    try {
      byte[] plain = aead.decrypt(Base64.getDecoder().decode(sealed), bytes(owner));
      return Secret.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The stored passwords were encrypted with another key than the one in use. Put the former"
              + " key back: PRECHECK_SECRET_KEY, PRECHECK_SECRET_KEY_FILE or "
              + Keyset.FILE
              + " in the data directory.",
          e);
    }
  }

  private static byte[] bytes(String owner) {
    return owner.getBytes(StandardCharsets.UTF_8);
  }
}
