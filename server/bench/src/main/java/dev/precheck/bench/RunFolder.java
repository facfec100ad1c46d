package dev.precheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the servers of a benchmark write, for whoever wants to read their logs afterwards. */
final class RunFolder {

  private RunFolder() {}

  /** A fresh one below {@code target}, which {@code clean} removes. */
  static Path create() throws IOException {
    Path target = Path.of(System.getProperty("precheck.root"), "target", "bench");
    return Files.createTempDirectory(Files.createDirectories(target), "run");
  }
}
