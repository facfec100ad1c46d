package dev.precheck.app.security;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import dev.precheck.app.config.KeySettings;
import dev.precheck.app.config.Settings;
import dev.precheck.engine.Secret;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts passwords with AES-256-GCM, each under a key of its own, which the primary of the key
 * set wraps. Each is bound to its owner (a data source's id), so that a stored one cannot be moved
 * to another owner and read there. What earlier versions encrypted with the key itself still opens.
 */
@Context
public final class Vault {

  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

  private final Keyring keyring;

  /**
   * Finds the keys; makes some in the data directory if none are asked for.
   *
   * @throws IllegalStateException if there are none that can be used, or if every account may write
   *     in the data directory
   */
  @Inject
  public Vault(Settings settings, KeySettings keys) throws IOException, GeneralSecurityException {
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
    keyring = new Keyring(KeySources.ready(settings, keys));
  }

  private Vault(Keyring keyring) {
    this.keyring = keyring;
  }

  /**
   * One with the keys that are there, for commands: makes none.
   *
   * @throws IllegalStateException if there are none that can be used
   */
  public static Vault existing(Settings settings, KeySettings keys)
      throws IOException, GeneralSecurityException {
    AeadConfig.register();
    return new Vault(new Keyring(KeySources.of(settings, keys)));
  }

  /** The secret as text that may be stored. */
  public String seal(Secret secret, String owner) {
    try {
      byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
      byte[] sealed = keyring.current().envelope().encrypt(plain, bytes(owner));
      return Sealed.inEnvelope(sealed).text();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret of " + owner + " could not be encrypted.", e);
    }
  }

  /**
   * The secret that was sealed for this owner.
   *
   * @throws IllegalStateException if none of the keys is the one it was sealed with
   */
  public Secret open(String text, String owner) {
    Sealed sealed = Sealed.parse(text);
    try {
      return open(keyring.current(), sealed, owner);
    } catch (GeneralSecurityException e) {
      return openWithNewKeys(sealed, owner);
    }
  }

  /** Another node may have sealed it with a key that has only just come. */
  private Secret openWithNewKeys(Sealed sealed, String owner) {
    try {
      return open(keyring.again(), sealed, owner);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The stored passwords were encrypted with another key than the one in use"
              + sealed.key().map(id -> " (with the key " + Sealed.name(id) + ")").orElse("")
              + ". Put the former key back: PRECHECK_SECRET_KEY, PRECHECK_SECRET_KEY_COMMAND,"
              + " PRECHECK_SECRET_KEY_FILE or "
              + KeySources.FILE
              + " in the data directory.",
          e);
    }
  }

  private static Secret open(Keyring.Keys keys, Sealed sealed, String owner)
      throws GeneralSecurityException {
    byte[] plain =
        (sealed.envelope() ? keys.envelope() : keys.direct()).decrypt(sealed.bytes(), bytes(owner));
    return Secret.of(new String(plain, StandardCharsets.UTF_8));
  }

  /** The id of the key that opens it, as {@link #keys} names it. */
  public String keyOf(String text) {
    return Sealed.parse(text).key().map(Sealed::name).orElse("none");
  }

  /** Whether sealing it anew would change nothing: the primary key wraps its own data key. */
  public boolean isCurrent(String text) {
    Sealed sealed = Sealed.parse(text);
    int primary = keyring.current().primary();
    return sealed.envelope() && sealed.key().filter(id -> id == primary).isPresent();
  }

  /** The id of the key that seals now. */
  public String primary() {
    return Sealed.name(keyring.current().primary());
  }

  /** The keys in their order, which is the one they were added in. */
  public List<KeyEntry> keys() {
    KeysetHandle handle = keyring.current().handle();
    return IntStream.range(0, handle.size()).mapToObj(handle::getAt).map(Vault::entry).toList();
  }

  private static KeyEntry entry(KeysetHandle.Entry key) {
    String status = key.getStatus().toString().toLowerCase(Locale.ROOT);
    return new KeyEntry(Sealed.name(key.getId()), status, key.isPrimary());
  }

  private static byte[] bytes(String owner) {
    return owner.getBytes(StandardCharsets.UTF_8);
  }
}
