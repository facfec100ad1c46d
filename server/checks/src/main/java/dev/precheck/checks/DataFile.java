package dev.precheck.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A table of the resources: a line is a row, cells are separated by {@code |}, lines that begin
 * with {@code #} are for the reader and name the sources.
 */
public record DataFile(List<List<String>> rows) {

  /**
   * Reads a table.
   *
   * @param beside a class of the package that the table is in
   * @throws IllegalStateException if it is not there
   */
  public static DataFile read(Class<?> beside, String name) {
    try (InputStream stream = beside.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("There is no table " + name + ".");
      }
      return new DataFile(
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(DataFile::cells)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }
}
