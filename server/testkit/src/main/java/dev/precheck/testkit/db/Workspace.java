package dev.precheck.testkit.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directories that the test kit writes, all under {@link #cache}. */
final class Workspace {

  private Workspace() {}

  /** The root of the build ({@code precheck.root}), else the working directory. */
  static Path root() {
    return Path.of(System.getProperty("precheck.root", "")).toAbsolutePath();
  }

  /** MariaDB's installation script splits its paths at spaces, so a root with one is avoided. */
  static Path cache() {
    Path cache = root().resolve("target").resolve("testkit");
    if (cache.toString().chars().noneMatch(Character::isWhitespace)) {
      return cache;
    }
    String name = "precheck-testkit-" + Integer.toHexString(cache.toString().hashCode());
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }

  /** A directory of this JVM alone, removed when the JVM ends. */
  static Path newRunDirectory(String name) throws IOException {
    Path runs = Files.createDirectories(cache().resolve("run"));
    removeThoseOfDeadProcesses(runs);
    Path run = Files.createTempDirectory(runs, ProcessHandle.current().pid() + "-" + name + "-");
    return run;
  }

  /** A JVM that was killed leaves its directories behind; their names begin with its id. */
  private static void removeThoseOfDeadProcesses(Path runs) throws IOException {
    List<Path> all;
    try (Stream<Path> entries = Files.list(runs)) {
      all = entries.toList();
    }
    for (Path run : all) {
      String pid = run.getFileName().toString().split("-", 2)[0];
      if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
        delete(run);
      }
    }
  }

  /** Removes a directory and all in it; what vanishes meanwhile is fine. */
  static void delete(Path directory) {
    try {
      Files.walkFileTree(directory, new Deletion());
    } catch (NoSuchFileException gone) {
      // Another JVM, or the server itself, was quicker.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a tree with its permissions, which PostgreSQL insists on. */
  static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(from)) {
      files = tree.toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
