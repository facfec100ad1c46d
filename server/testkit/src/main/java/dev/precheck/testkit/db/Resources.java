package dev.precheck.testkit.db;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text files beside these classes. */
final class Resources {

  private Resources() {}

  /** A file that must be there. */
  static String text(String name) {
    return find(name).orElseThrow(() -> new UncheckedIOException(new FileNotFoundException(name)));
  }

  static Optional<String> find(String name) {
    try (InputStream stream = Resources.class.getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
