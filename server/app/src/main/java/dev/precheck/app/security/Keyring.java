package dev.precheck.app.security;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key set as it is now: what has changed where it comes from is read again. */
final class Keyring {

  private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

  /**
   * A key set, ready to be used.
   *
   * @param handle the keys
   * @param direct encrypts with the primary key itself, as earlier versions did
   * @param envelope encrypts with a data key of its own, which the primary key wraps
   */
  record Keys(KeysetHandle handle, Aead direct, Aead envelope) {

    static Keys of(KeysetHandle handle) throws GeneralSecurityException {
      Aead direct = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
      return new Keys(
          handle, direct, KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, direct));
    }

    int primary() {
      return handle.getPrimary().getId();
    }
  }

  private final KeySource source;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Keys keys;
  private volatile Object stamp;
  private volatile Object urgentStamp;

  /**
   * Reads the key set.
   *
   * @throws IllegalStateException if it cannot be used
   */
  Keyring(KeySource source) throws IOException, GeneralSecurityException {
    this.source = source;
    stamp = source.stamp();
    urgentStamp = source.urgentStamp();
    keys = usable(source);
  }

  /** The keys to use. While somebody reads them again, the others use the former ones. */
  Keys current() {
    Object now = source.stamp();
    if (!now.equals(stamp) && reading.tryLock()) {
      read(now);
    }
    return keys;
  }

  /** The keys for somebody who misses one: read again, unless that was just done. */
  Keys again() {
    reading.lock();
    if (source.urgentStamp().equals(urgentStamp)) {
      reading.unlock();
    } else {
      read(source.stamp());
    }
    return keys;
  }

  private void read(Object now) {
    try {
      stamp = now;
      urgentStamp = source.urgentStamp();
      Keys read = usable(source);
      if (read.primary() != keys.primary() || read.handle().size() != keys.handle().size()) {
        LOG.info(
            "{} has changed: {} keys, and {} encrypts from now on.",
            source.place(),
            read.handle().size(),
            Sealed.name(read.primary()));
      }
      keys = read;
    } catch (IOException | GeneralSecurityException | IllegalStateException e) {
      LOG.warn("The keys in use stay, because new ones cannot be read. {}", e.getMessage());
    } finally {
      reading.unlock();
    }
  }

  private static Keys usable(KeySource source) throws IOException, GeneralSecurityException {
    KeysetHandle handle = source.read();
    try {
      return Keys.of(handle);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          source.place()
              + " holds keys of another kind than is needed: the primary must be one for AEAD, such"
              + " as AES256_GCM.",
          e);
    }
  }
}
