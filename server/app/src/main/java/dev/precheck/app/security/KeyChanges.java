package dev.precheck.app.security;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.precheck.app.config.KeySettings;
import dev.precheck.app.config.Settings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Changes the key set in its file. */
public final class KeyChanges {

  private final KeyFile file;

  private KeyChanges(KeyFile file) {
    this.file = file;
  }

  /**
   * Of the file that the settings name.
   *
   * @throws IllegalStateException if the key set does not come from a file
   */
  public static KeyChanges of(Settings settings, KeySettings keys) throws GeneralSecurityException {
    AeadConfig.register();
    KeySource source = KeySources.of(settings, keys);
    if (source instanceof KeyFile file) {
      return new KeyChanges(file);
    }
    throw new IllegalStateException(
        source.place()
            + " holds the key set, so it has to be changed there. To have a key set in a file"
            + " changed, name that with PRECHECK_SECRET_KEY_FILE and unset the other.");
  }

  /** Where the key set is, as a sentence begins. */
  public String place() {
    return file.place();
  }

  /** Adds a key, which opens only, until it is made the primary. */
  public void add() throws IOException, GeneralSecurityException {
    file.change(keys -> KeysetHandle.newBuilder(keys).addEntry(fresh()).build());
  }

  /** Adds a key that seals from now on. */
  public void addPrimary() throws IOException, GeneralSecurityException {
    file.change(keys -> KeysetHandle.newBuilder(keys).addEntry(fresh().makePrimary()).build());
  }

  private static KeysetHandle.Builder.Entry fresh() {
    return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
        .withRandomId();
  }

  /**
   * Lets a key seal that is in the set.
   *
   * @throws IllegalStateException if there is no such key that is enabled
   */
  public void use(String id) throws IOException, GeneralSecurityException {
    file.change(
        keys -> {
          KeysetHandle.Builder changed = KeysetHandle.newBuilder(keys);
          changed.getAt(position(keys, id)).makePrimary();
          return changed.build();
        });
  }

  private int position(KeysetHandle keys, String id) {
    for (int i = 0; i < keys.size(); i++) {
      KeysetHandle.Entry key = keys.getAt(i);
      if (Sealed.name(key.getId()).equals(id) && key.getStatus() == KeyStatus.ENABLED) {
        return i;
      }
    }
    throw new IllegalStateException(
        place() + " has no enabled key " + id + "; \"precheck keys list\" shows them.");
  }

  /**
   * Removes keys that come before the primary: those after it were added to be used yet.
   *
   * @param unused ids of keys that seal nothing
   * @return the ids of those that are gone
   */
  public List<String> remove(Set<String> unused) throws IOException, GeneralSecurityException {
    List<String> gone = new ArrayList<>();
    file.change(
        keys -> {
          KeysetHandle.Builder changed = KeysetHandle.newBuilder(keys);
          for (int i = 0; !keys.getAt(i).isPrimary(); i++) {
            String id = Sealed.name(keys.getAt(i).getId());
            if (unused.contains(id)) {
              changed.deleteAt(i - gone.size());
              gone.add(id);
            }
          }
          return changed.build();
        });
    return gone;
  }
}
