package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A server's programs and an empty database, kept between runs. It is laid out aside and renamed
 * once it is complete, so that neither a crash nor another JVM ever shows a half of it.
 *
 * @param home the programs
 * @param template the empty database, copied by each JVM that runs one
 */
record Installation(Path home, Path template) {

  /** To be raised when what is laid out changes. */
  private static final int RECIPE = 2;

  static Installation of(ServerSoftware software) throws IOException, Unavailable {
    Path place = Workspace.cache().resolve(software.id() + "-" + RECIPE);
    if (!Files.isDirectory(place)) {
      Path building = Workspace.newRunDirectory("install");
      try {
        layOut(software, building);
        publish(building, place);
      } finally {
        Workspace.delete(building);
      }
    }
    return new Installation(place.resolve("home"), place.resolve("data"));
  }

  private static void layOut(ServerSoftware software, Path place) throws IOException, Unavailable {
    Path home = place.resolve("home");
    software.layOut(home);
    software.initialise(home, place.resolve("data"));
  }

  private static void publish(Path building, Path place) throws IOException {
    try {
      Files.move(building, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another JVM was quicker; what it made is as good.
      if (!Files.isDirectory(place)) {
        throw e;
      }
    }
  }
}
