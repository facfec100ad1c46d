package dev.precheck.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.precheck.app.config.Settings;
import dev.precheck.app.security.PrivateFiles;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** Opens the service's own database and brings its tables up to date. */
@Factory
final class Database {

  /** Connections; each request needs one only for the moment of a statement or two. */
  private static final int POOL_SIZE = 16;

  private static final long WAIT_MILLIS = 5_000;

  /** The embedded database; its files are the account's own. */
  @Singleton
  @Bean(preDestroy = "close")
  HikariDataSource pool(Settings settings) throws IOException {
    Path directory = settings.dataDir().toAbsolutePath().normalize();
    if (directory.toString().contains(";")) {
      throw new IllegalStateException(
          "The data directory " + directory + " has a semicolon in its name. Choose another one.");
    }
    PrivateFiles.directory(directory);
    PrivateFiles.file(directory.resolve("precheck.mv.db"));
    HikariConfig config = new HikariConfig();
    // Each commit is written before it is acknowledged: a killed process loses nothing. The file is
    // opened as async: with a plain one, a thread that is interrupted while it writes closes the
    // file under everybody else, and H2 may take it for corrupted.
    config.setJdbcUrl(
        "jdbc:h2:async:"
            + directory.resolve("precheck")
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000");
    config.setUsername("sa");
    config.setPassword("");
    config.setPoolName("store");
    config.setMaximumPoolSize(POOL_SIZE);
    config.setConnectionTimeout(WAIT_MILLIS);
    return new HikariDataSource(config);
  }

  /** The way to the tables. */
  @Singleton
  Jdbi jdbi(HikariDataSource pool) {
    Flyway.configure().dataSource(pool).load().migrate();
    return Columns.register(Jdbi.create(pool));
  }
}
