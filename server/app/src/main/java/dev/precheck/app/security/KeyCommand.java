package dev.precheck.app.security;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A key set that a program writes to its standard output, for example one that asks a vault. It is
 * started by itself and not by a shell, and started again every five minutes.
 */
final class KeyCommand implements KeySource {

  private static final Duration FRESH = Duration.ofMinutes(5);

  /** A key that nobody has must not start a process for each secret that wants it. */
  private static final Duration URGENT = Duration.ofSeconds(10);

  private static final int MOST_OUTPUT = 1 << 18;
  private static final int SHOWN = 1_000;

  private final List<String> command;
  private final Duration deadline;

  KeyCommand(List<String> command, Duration deadline) {
    this.command = List.copyOf(command);
    this.deadline = deadline;
  }

  @Override
  public String place() {
    // Its arguments may hold what nobody should read.
    return "The command of PRECHECK_SECRET_KEY_COMMAND, " + command.get(0) + ",";
  }

  @Override
  public KeysetHandle read() {
    Process process;
    try {
      process = new ProcessBuilder(command).start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new IllegalStateException(
          place() + " cannot be started. No shell reads it: its first word must be a program.", e);
    }
    try {
      return KeyText.parse(output(process), place());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private String output(Process process) {
    CompletableFuture<String> said = reading(process.getInputStream());
    CompletableFuture<String> complained = reading(process.getErrorStream());
    try {
      String text =
          said.thenCombine(complained, (out, err) -> out).get(millis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(millis(), TimeUnit.MILLISECONDS)) {
        throw late(complained);
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            place() + " ended with " + process.exitValue() + complaint(complained));
      }
      return text;
    } catch (TimeoutException e) {
      throw late(complained);
    } catch (ExecutionException e) {
      throw new IllegalStateException(place() + " cannot be read: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(place() + " was not waited for: the service stops.", e);
    }
  }

  private IllegalStateException late(CompletableFuture<String> complained) {
    return new IllegalStateException(
        place()
            + " did not end within "
            + deadline.toMillis() / 1000.0
            + " s (PRECHECK_SECRET_KEY_COMMAND_DEADLINE)"
            + complaint(complained));
  }

  /** What it wrote to its error stream; its output is never shown, for that may be the key. */
  private static String complaint(CompletableFuture<String> complained) {
    String text = complained.getNow("").strip();
    return text.isEmpty()
        ? ". It wrote nothing to its error stream."
        : ". It says: " + text.substring(0, Math.min(SHOWN, text.length()));
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (stream) {
                byte[] bytes = stream.readNBytes(MOST_OUTPUT);
                text.complete(new String(bytes, StandardCharsets.UTF_8));
              } catch (IOException e) {
                text.completeExceptionally(e);
              }
            },
            "precheck-key-command");
    reader.setDaemon(true);
    reader.start();
    return text;
  }

  private long millis() {
    return deadline.toMillis();
  }

  @Override
  public Object stamp() {
    return System.nanoTime() / FRESH.toNanos();
  }

  @Override
  public Object urgentStamp() {
    return System.nanoTime() / URGENT.toNanos();
  }
}
