package dev.precheck.testkit.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The one start of a database in this JVM, and what came of it. */
final class Launch {

  private record Server(TestDatabase database, ServerVariant variant) {}

  private static final Map<Server, Launch> LAUNCHES = new ConcurrentHashMap<>();

  private final TestDatabase database;
  private final ServerVariant variant;
  private @Nullable RunningDatabase running;
  private @Nullable Unavailable unavailable;

  private Launch(Server server) {
    database = server.database();
    variant = server.variant();
  }

  static Launch of(TestDatabase database, ServerVariant variant) {
    return LAUNCHES.computeIfAbsent(new Server(database, variant), Launch::new);
  }

  /** Starts the database unless that was tried before. */
  synchronized RunningDatabase running() {
    if (unavailable != null) {
      throw cannotRun(unavailable);
    }
    if (running == null) {
      try {
        running = start();
      } catch (Unavailable e) {
        unavailable = e;
        throw cannotRun(e);
      } catch (IOException e) {
        throw new UncheckedIOException(database + " does not start: " + e.getMessage(), e);
      }
    }
    return running;
  }

  private RunningDatabase start() throws IOException, Unavailable {
    Optional<ServerSoftware> software = database.software();
    if (software.isEmpty()) {
      RunningDatabase inMemory = new RunningDatabase(database, Optional.empty());
      // Else it would vanish with its last connection.
      inMemory.execute("SET DB_CLOSE_DELAY -1");
      return inMemory;
    }
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!platform.equals("Linux amd64")) {
      throw new Unavailable("its programs are for Linux on x86-64, and this is " + platform);
    }
    Installation installation = Installation.of(software.get());
    String name = database.name().toLowerCase(Locale.ROOT).replace('_', '-');
    ServerProcess server = ServerProcess.start(installation, software.get(), name, variant);
    return RunningDatabase.await(database, server);
  }

  private RuntimeException cannotRun(Unavailable cause) {
    String message = database + " cannot run here: " + cause.getMessage();
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(message, cause);
    }
    return new TestAbortedException(message, cause);
  }
}
