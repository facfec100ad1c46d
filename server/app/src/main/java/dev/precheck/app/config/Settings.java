package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The service's own settings. Each is also an environment variable: {@code precheck.data-dir} is
 * {@code PRECHECK_DATA_DIR}.
 *
 * @param dataDir where the embedded store and its key live; made with mode 700 if absent, and
 *     refused if every account can write in it
 * @param secretKeyFile file with the key that encrypts passwords; for an own key instead of one in
 *     the data directory
 * @param secretKey that key itself, as the text of such a file or its Base64; goes before the file
 * @param allowH2 whether data sources of type H2 are accepted; only the demo wants that
 * @param auth {@code on}: every request needs credentials; {@code off}: whoever reaches the service
 *     may do everything
 * @param store {@code postgresql://user@host/database}; empty for the embedded store
 * @param storePassword of that account; goes before one in the address
 */
@ConfigurationProperties("precheck")
public record Settings(
    @Bindable(defaultValue = "./data") Path dataDir,
    @Nullable Path secretKeyFile,
    @Nullable String secretKey,
    @Bindable(defaultValue = "false") boolean allowH2,
    @Bindable(defaultValue = "on") String auth,
    @Nullable String store,
    @Nullable String storePassword) {

  public Settings {
    if (!auth.equalsIgnoreCase("on") && !auth.equalsIgnoreCase("off")) {
      throw new IllegalArgumentException(
          "precheck.auth is \"" + auth + "\"; on and off are possible.");
    }
    if (store != null && !store.isBlank()) {
      StoreAddress.parse(store);
    }
  }

  /** Whether every request needs credentials. */
  public boolean asksWhoCalls() {
    return auth.equalsIgnoreCase("on");
  }

  /** The database to keep everything in; empty for the embedded one. */
  public Optional<StoreAddress> storeAddress() {
    return Optional.ofNullable(store)
        .filter(text -> !text.isBlank())
        .map(StoreAddress::parse)
        .map(address -> storePassword == null ? address : address.withPassword(storePassword));
  }

  /** The key file that was asked for. */
  public Optional<Path> ownKeyFile() {
    return Optional.ofNullable(secretKeyFile).filter(file -> !file.toString().isBlank());
  }

  /** The key that was given in the environment. */
  public Optional<String> ownKey() {
    return Optional.ofNullable(secretKey).filter(text -> !text.isBlank());
  }

  /** Does not print the key. */
  @Override
  public String toString() {
    return "Settings[dataDir=" + dataDir + ", allowH2=" + allowH2 + "]";
  }
}
