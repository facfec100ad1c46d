package dev.precheck.testkit.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A jar that carries a database server.
 *
 * @param group the artifact's groupId
 * @param id its artifactId
 * @param version its version, exactly this one
 * @param resource a file inside it, to find it on the class path
 */
record Artifact(String group, String id, String version, String resource) {

  String coordinates() {
    return group + ":" + id + ":" + version;
  }

  /** The artifact and its version. */
  String name() {
    return id + "-" + version;
  }

  /**
   * The jar: on the class path, else in {@code target/databases} of the root or of the module.
   *
   * @throws Unavailable if it is in neither
   */
  Path jar() throws Unavailable {
    return onClassPath()
        .or(this::copied)
        .orElseThrow(
            () ->
                new Unavailable(
                    coordinates()
                        + " is neither on the class path nor in target/databases; the copy goal"
                        + " of maven-dependency-plugin puts it there"));
  }

  private String fileName() {
    return name() + ".jar";
  }

  private Optional<Path> copied() {
    return Stream.of(Workspace.root(), Path.of(""))
        .map(root -> root.resolve("target").resolve("databases").resolve(fileName()))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private Optional<Path> onClassPath() {
    try {
      return Collections.list(Artifact.class.getClassLoader().getResources(resource)).stream()
          .map(url -> url.getPath().split("!", 2)[0])
          .filter(jar -> jar.startsWith("file:") && jar.endsWith("/" + fileName()))
          .map(jar -> Path.of(URI.create(jar)))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
