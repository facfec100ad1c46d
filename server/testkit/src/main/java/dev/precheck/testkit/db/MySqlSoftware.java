package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MySQL, from a jar or from a directory that somebody has named. */
final class MySqlSoftware implements ServerSoftware {

  private final MySqlSource source;
  private final boolean tls;
  private final List<String> extraOptions;

  /**
   * @param source where its programs come from
   * @param tls false for the build of 5.7, which speaks TLS 1.1 at most: Java refuses that
   * @param extraOptions what only this version of the server knows
   */
  MySqlSoftware(MySqlSource source, boolean tls, String... extraOptions) {
    this.source = source;
    this.tls = tls;
    this.extraOptions = List.of(extraOptions);
  }

  @Override
  public String id() throws IOException, Unavailable {
    return source.id();
  }

  @Override
  public void layOut(Path home) throws IOException, Unavailable {
    source.layOut(home);
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
            // Two names of one option: the older versions know the first, the newest the second.
            "--loose-innodb-log-file-size=4M",
            "--loose-innodb-redo-log-capacity=8M"));
  }

  private static String program(Path home) {
    return MySqlSource.program(home).toString();
  }
}
