package dev.precheck.stub;

import dev.precheck.stub.contract.BrokenContract;
import dev.precheck.stub.http.LoadedContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads the contract again when its file changes. It looks four times a second, because not every
 * file system tells of changes: mounts of containers and networks do not. What is still being
 * written is left alone until two looks in a row find the same.
 */
final class ContractFile implements AutoCloseable {

  private static final long MILLIS = 250;
  private static final String AWAY = "";

  private final Path file;
  private final LoadedContract loaded;
  private final Consumer<String> told;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "contract-file");
            thread.setDaemon(true);
            return thread;
          });
  private Future<?> looking = CompletableFuture.completedFuture(null);
  private byte[] known;
  private String before = AWAY;
  private String taken = AWAY;

  /**
   * A file that was read a moment ago.
   *
   * @param loaded what is exchanged when a good version comes
   * @param told takes sentences for whoever watches the stub
   */
  ContractFile(Path file, LoadedContract loaded, Consumer<String> told) {
    this.file = file;
    this.loaded = loaded;
    this.told = told;
    known = loaded.version().document().contract().yaml();
  }

  void start() {
    looking = looks.scheduleWithFixedDelay(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    String now = stamp();
    if (now.equals(before) && !now.equals(taken) && !now.equals(AWAY)) {
      taken = now;
      read();
    }
    before = now;
  }

  /** Changes with the file; empty if it is not there, as when an editor replaces it. */
  private String stamp() {
    try {
      BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
      return state.lastModifiedTime() + " " + state.size() + " " + state.fileKey();
    } catch (IOException e) {
      return AWAY;
    }
  }

  private void read() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!Arrays.equals(bytes, known)) {
        known = bytes;
        loaded.take(LoadedContract.read(bytes, loaded.version().document().source()));
        told.accept("The contract has changed; the new version is in force.");
      }
    } catch (BrokenContract e) {
      told.accept(e.getMessage() + "\nThe version before stays in force.");
    } catch (IOException e) {
      told.accept("The contract has changed, but cannot be read (" + e + "). It stays as it was.");
    }
  }

  @Override
  public void close() {
    looking.cancel(true);
    looks.shutdownNow();
  }
}
