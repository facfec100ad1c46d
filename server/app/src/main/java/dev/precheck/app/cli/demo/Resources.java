package dev.precheck.app.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The demo's files, which are in the jar. */
final class Resources {

  private Resources() {}

  static String text(String name) {
    try (InputStream file =
        Resources.class.getResourceAsStream("/dev/precheck/app/cli/demo/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The jar lacks the demo's file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
