package dev.precheck.checks.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A table of this package's resources: a line is a row, cells are separated by {@code |}, lines
 * that begin with {@code #} are for the reader and name the sources.
 */
record TypeFile(List<List<String>> rows) {

  /**
   * Reads a table.
   *
   * @throws IllegalStateException if it is not there
   */
  static TypeFile read(String name) {
    try (InputStream stream = TypeFile.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("There is no table " + name + ".");
      }
      return new TypeFile(
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(TypeFile::cells)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }
}
