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
  private static final int RECIPE = 1;

  static Installation of(ServerSoftware software) throws IOException, Unavailable {
    Artifact artifact = software.artifact();
    Path place = Workspace.cache().resolve(artifact.id() + "-" + artifact.version() + "-" + RECIPE);
    if (!Files.isDirectory(place)) {
      Path building = Workspace.newRunDirectory("install");
      try {
        layOut(artifact, software, building);
        publish(building, place);
      } finally {
        Workspace.delete(building);
      }
    }
    return new Installation(place.resolve("home"), place.resolve("data"));
  }

  private static void layOut(Artifact artifact, ServerSoftware software, Path place)
      throws IOException, Unavailable {
    Path jar =
        artifact
            .find()
            .orElseThrow(
                () ->
                    new Unavailable(
                        artifact.coordinates()
                            + " is neither on the class path nor in target/databases; the copy goal"
                            + " of maven-dependency-plugin puts it there"));
    Path home = Files.createDirectory(place.resolve("home"));
    software.unpack(jar, home);
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
