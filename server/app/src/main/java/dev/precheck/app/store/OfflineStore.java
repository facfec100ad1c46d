package dev.precheck.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.precheck.app.config.Settings;
import dev.precheck.app.security.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * The store without the service: for commands. It is taken as it is, whatever version made it;
 * nothing is run or brought up to date.
 */
public final class OfflineStore implements AutoCloseable {

  /** H2's code for a file that another process has open. */
  private static final int LOCKED = 90020;

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private OfflineStore(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Columns.register(Jdbi.create(pool));
  }

  /**
   * Opens it; call {@link #isMissing} first, or the file is made.
   *
   * @throws IllegalStateException if it cannot be opened; the message says what to do
   */
  public static OfflineStore open(Settings settings) throws IOException {
    HikariConfig config = Database.config(settings);
    config.setMaximumPoolSize(1);
    try {
      return new OfflineStore(new HikariDataSource(config));
    } catch (RuntimeException e) {
      throw settings.storeAddress().isPresent()
          ? Database.unreachable(settings.storeAddress().get(), e)
          : isLocked(e) ? inUse(e) : e;
    }
  }

  /** Whether nothing was ever stored. */
  public static boolean isMissing(Settings settings) {
    return settings.storeAddress().isEmpty()
        && !Files.exists(settings.dataDir().resolve(Database.FILE));
  }

  private static boolean isLocked(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == LOCKED);
  }

  private static IllegalStateException inUse(RuntimeException cause) {
    return new IllegalStateException(
        "The service is using the store, which is a file for one process. Stop the service first."
            + " It encrypts with a new primary key by itself, within a minute; only to count and to"
            + " remove keys it has to be stopped.",
        cause);
  }

  /** Whether a service has made its tables. */
  private boolean hasTables() {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(
                        "select count(*) from information_schema.tables"
                            + " where lower(table_name) = 'precheck_endpoint'")
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  /** What is sealed in it; empty if nothing was ever stored. */
  public Optional<StoredSecrets> secrets(Vault vault) {
    return hasTables() ? Optional.of(new StoredSecrets(jdbi, vault)) : Optional.empty();
  }

  @Override
  public void close() {
    pool.close();
  }
}
