package dev.precheck.testkit.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Command {

  private static final long DEADLINE_SECONDS = 120;

  /** What a program left behind. */
  record Result(int exitCode, String output) {}

  private Command() {}

  /** Runs a program in a directory; it reads nothing. */
  static Result run(Path directory, List<String> command) throws IOException {
    return run(directory, command, InputStream.nullInputStream());
  }

  /** Runs a program that must succeed. */
  static void require(Path directory, List<String> command) throws IOException {
    require(directory, command, InputStream.nullInputStream());
  }

  /** Runs a program that reads the input and must succeed. */
  static void require(Path directory, List<String> command, InputStream input) throws IOException {
    Result result = run(directory, command, input);
    if (result.exitCode() != 0) {
      throw new IOException(
          String.join(" ", command) + " ended with " + result.exitCode() + ": " + result.output());
    }
  }

  private static Result run(Path directory, List<String> command, InputStream input)
      throws IOException {
    Path log = Files.createTempFile(directory, "command", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try (var stdin = process.getOutputStream()) {
      input.transferTo(stdin);
    }
    if (!ended(process)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " did not end: " + Files.readString(log));
    }
    String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    Files.delete(log);
    return new Result(process.exitValue(), output);
  }

  private static boolean ended(Process process) throws IOException {
    try {
      return process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
