package dev.precheck.app.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the demo's service and its plan, which goes away with it.
 *
 * @param path where it is
 */
public record DemoDirectory(Path path) {

  public static DemoDirectory create() throws IOException {
    return new DemoDirectory(Files.createTempDirectory("precheck-demo"));
  }

  /** Where the service keeps its data. */
  public Path data() {
    return path.resolve("data");
  }

  /** Writes the plan to a file that can be edited and sent. */
  public Path write(String plan) throws IOException {
    return Files.writeString(path.resolve("plan.json"), plan);
  }

  /** Removes everything in it. */
  public void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
