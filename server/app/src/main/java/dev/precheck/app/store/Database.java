package dev.precheck.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.precheck.app.config.QueueSettings;
import dev.precheck.app.config.Settings;
import dev.precheck.app.config.StoreAddress;
import dev.precheck.app.security.PrivateFiles;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** Opens the service's own database and brings its tables up to date. */
@Factory
final class Database {

  /** The name of the queue's connections. */
  static final String QUEUE = "queue";

  /** The embedded store, within the data directory. */
  static final String FILE = "precheck.mv.db";

  /** Connections; each request needs one only for the moment of a statement or two. */
  private static final int POOL_SIZE = 16;

  private static final long WAIT_MILLIS = 5_000;

  /** In seconds, as the driver takes them; a store that does not answer is away. */
  private static final int CONNECT_SECONDS = 5;

  private static final int ANSWER_SECONDS = 30;

  /** The queue's own connections, and one more that holds the slots at endpoints. */
  private static final int QUEUE_POOL_SIZE = 6;

  /** Less is what a busy machine may take for a statement. */
  private static final int SHORTEST_QUEUE_SECONDS = 2;

  /**
   * What a node leaves behind that goes without a word, with its host or its network: the server
   * gives back its locks within about 20 seconds instead of hours (manual, 20.3.2 and 20.11.1).
   */
  private static final String NOTICE_THE_DEAD =
      "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 3; set tcp_keepalives_count = 3;"
          + " set tcp_user_timeout = 20000; set idle_in_transaction_session_timeout = 60000";

  /** How long a start waits for a store that is just starting, too. */
  private static final long START_MILLIS = 15_000;

  @Singleton
  StoreKind kind(Settings settings) {
    return settings.storeAddress().isPresent() ? StoreKind.POSTGRESQL : StoreKind.H2;
  }

  /** The connections to it. */
  @Singleton
  @Primary
  @Bean(preDestroy = "close")
  HikariDataSource pool(Settings settings) throws IOException {
    Optional<StoreAddress> server = settings.storeAddress();
    HikariConfig config = config(settings);
    config.setPoolName("store");
    config.setMaximumPoolSize(POOL_SIZE);
    config.setConnectionTimeout(WAIT_MILLIS);
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw server.isPresent() ? unreachable(server.get(), e) : e;
    }
  }

  /**
   * The connections of the queue. A server that does not answer must fail a heartbeat long before
   * other nodes take this one for dead, so they are less patient than those that serve callers.
   */
  @Singleton
  @Named(QUEUE)
  @Bean(preDestroy = "close")
  HikariDataSource queuePool(Settings settings, QueueSettings queue, HikariDataSource pool) {
    if (settings.storeAddress().isEmpty()) {
      return pool;
    }
    long quarter = queue.heartbeat().multipliedBy(queue.missedHeartbeats()).toSeconds() / 4;
    int seconds = (int) Math.max(SHORTEST_QUEUE_SECONDS, quarter);
    HikariConfig config = server(settings.storeAddress().get(), seconds, seconds);
    config.setPoolName(QUEUE);
    config.setMaximumPoolSize(QUEUE_POOL_SIZE);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(seconds));
    return new HikariDataSource(config);
  }

  /** How to reach it, whether it is a file or a server. */
  static HikariConfig config(Settings settings) throws IOException {
    return settings.storeAddress().isPresent()
        ? server(settings.storeAddress().get(), CONNECT_SECONDS, ANSWER_SECONDS)
        : embedded(settings.dataDir());
  }

  /** A file; it is the account's own. */
  private static HikariConfig embedded(Path dataDir) throws IOException {
    Path directory = dataDir.toAbsolutePath().normalize();
    if (directory.toString().contains(";")) {
      throw new IllegalStateException(
          "The data directory " + directory + " has a semicolon in its name. Choose another one.");
    }
    PrivateFiles.directory(directory);
    PrivateFiles.file(directory.resolve(FILE));
    HikariConfig config = new HikariConfig();
    // Each commit is written before it is acknowledged: a killed process loses nothing. The file is
    // opened as async: with a plain one, a thread that is interrupted while it writes closes the
    // file under everybody else, and H2 may take it for corrupted. H2's trace file would be open to
    // others, and tell nothing that our log does not.
    config.setJdbcUrl(
        "jdbc:h2:async:"
            + directory.resolve("precheck")
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0"
            + ";TIME ZONE=UTC");
    config.setUsername("sa");
    config.setPassword("");
    return config;
  }

  private static HikariConfig server(StoreAddress address, int connect, int answer) {
    HikariConfig config = new HikariConfig();
    config.setDataSourceClassName("org.postgresql.ds.PGSimpleDataSource");
    config.addDataSourceProperty("serverNames", address.host());
    config.addDataSourceProperty("portNumbers", Integer.toString(address.port()));
    config.addDataSourceProperty("databaseName", address.database());
    config.addDataSourceProperty("sslmode", address.sslMode());
    config.addDataSourceProperty("applicationName", "precheck store");
    config.addDataSourceProperty("connectTimeout", connect);
    config.addDataSourceProperty("socketTimeout", answer);
    config.addDataSourceProperty("tcpKeepAlive", true);
    config.setConnectionInitSql(NOTICE_THE_DEAD);
    config.setInitializationFailTimeout(START_MILLIS);
    config.setUsername(address.user());
    config.setPassword(address.password().orElse(""));
    return config;
  }

  static IllegalStateException unreachable(StoreAddress address, RuntimeException cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new IllegalStateException(
        "The store "
            + address
            + " cannot be used: "
            + root.getMessage()
            + ". Look at PRECHECK_STORE and PRECHECK_STORE_PASSWORD.",
        cause);
  }

  /** The way to the tables. */
  @Singleton
  Jdbi jdbi(HikariDataSource pool) {
    Flyway.configure().dataSource(pool).javaMigrations(new FingerprintMigration()).load().migrate();
    return Columns.register(Jdbi.create(pool));
  }
}
