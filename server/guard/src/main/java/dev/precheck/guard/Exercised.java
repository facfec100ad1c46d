package dev.precheck.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The answers that this module's tests have seen and held against the contract, each as {@code
 * GetPreCheckResult 404}. They are kept in files, one for each JVM of the tests, so that the build
 * can count them after all tests.
 */
public final class Exercised {

  private static final Path FOLDER = Path.of("target", "exercised");
  private static final Path FILE = FOLDER.resolve(ProcessHandle.current().pid() + ".txt");
  private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

  private Exercised() {}

  /** Notes an answer of the path form that is as the contract has it. */
  public static void note(String path, int status) {
    String line = Contract.answer(path, status);
    if (NOTED.add(line)) {
      write(line);
    }
  }

  private static synchronized void write(String line) {
    try {
      Files.createDirectories(FOLDER);
      Files.write(FILE, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that were noted since the folder was emptied. */
  static Set<String> all() throws IOException {
    Set<String> all = new TreeSet<>();
    if (Files.isDirectory(FOLDER)) {
      try (Stream<Path> files = Files.list(FOLDER)) {
        for (Path file : files.toList()) {
          all.addAll(Files.readAllLines(file));
        }
      }
    }
    return all;
  }
}
