package dev.precheck.dialects.run;

import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
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
 * What the tests' prechecks of real servers came to, each as {@code RDB_LOB passed} or {@code
 * RDB_LOB LARGE_VALUES_WITHOUT_ROW_ID}. It is kept in files, one for each JVM of the tests, so that
 * the build can count after all tests.
 */
final class SeenOnServers {

  private static final Path FOLDER = Path.of("target", "seen-on-servers");
  private static final Path FILE = FOLDER.resolve(ProcessHandle.current().pid() + ".txt");
  private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

  private SeenOnServers() {}

  static String passed(String check) {
    return check + " passed";
  }

  static String problem(String check, String code) {
    return check + " " + code;
  }

  static void note(Report.Result result) {
    String check = result.item().type().id();
    if (result.outcome().verdict() == Verdict.PASSED) {
      note(passed(check));
    }
    result.outcome().findings().forEach(finding -> note(problem(check, finding.problem().code())));
  }

  private static void note(String line) {
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

  /** All that was noted since the folder was emptied. */
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
