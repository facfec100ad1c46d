package dev.precheck.bench;

import dev.precheck.spi.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the fillers among the checks of a service. */
final class Fillers {

  private Fillers() {}

  /** Writes a folder that has to be on its class path, beside that of this benchmark. */
  static Path announcedIn(Path folder) throws IOException {
    Path root = folder.resolve("fillers");
    Path services = Files.createDirectories(root.resolve("META-INF/services"));
    Files.write(
        services.resolve(Check.class.getName()),
        Filler.all().stream().map(filler -> filler.getClass().getName()).toList());
    return root;
  }
}
