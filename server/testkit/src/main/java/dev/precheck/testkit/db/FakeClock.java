package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * A wall clock for other processes that a test can set, by libfaketime. Where that is not installed
 * the test is skipped, except where CI=true, which has to have it.
 */
public final class FakeClock {

  private static final Path LIBRARIES = Path.of("/usr/lib");

  private final Path library;
  private final Path file;

  private FakeClock(Path library, Path file) {
    this.library = library;
    this.file = file;
  }

  /** One whose setting is kept in a directory. */
  public static FakeClock in(Path directory) throws IOException {
    Path library = library();
    boolean installed = Files.exists(library);
    if (!installed && !"true".equals(System.getenv("CI"))) {
      Assumptions.abort("libfaketime is not installed, so no clock can be made to jump.");
    }
    FakeClock clock = new FakeClock(library, directory.resolve("clock"));
    clock.set(Duration.ZERO);
    return clock;
  }

  private static Path library() throws IOException {
    if (Files.isDirectory(LIBRARIES)) {
      try (DirectoryStream<Path> platforms = Files.newDirectoryStream(LIBRARIES)) {
        for (Path platform : platforms) {
          Path library = platform.resolve("faketime/libfaketime.so.1");
          if (Files.exists(library)) {
            return library;
          }
        }
      }
    }
    return LIBRARIES.resolve("faketime/libfaketime.so.1");
  }

  /** What a process has to see to go by it. Its monotonic clock stays the machine's. */
  public Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        // Looks into the file each second.
        "FAKETIME_CACHE_DURATION",
        "1",
        // What it does to waits by the monotonic clock otherwise keeps a JVM's threads spinning.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1");
  }

  /** In a second or two the wall clock is so much ahead of the machine's. */
  public void set(Duration ahead) throws IOException {
    Files.writeString(file, "%+d".formatted(ahead.toSeconds()));
  }
}
