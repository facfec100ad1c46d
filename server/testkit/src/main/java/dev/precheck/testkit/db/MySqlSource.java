package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the programs of a MySQL server come from. */
interface MySqlSource {

  /** MySQL and its version, as the name of a directory. */
  String id() throws IOException, Unavailable;

  /**
   * Lays the programs out as MySQL's own binary distributions are: {@code bin}, {@code share}.
   *
   * @param home a directory that is not there yet
   */
  void layOut(Path home) throws IOException, Unavailable;

  static Path program(Path home) {
    return home.resolve("bin").resolve("mysqld");
  }

  /**
   * What the server says of its version.
   *
   * @throws Unavailable if it does not start
   */
  static String version(Path home) throws IOException, Unavailable {
    String program = program(home).toString();
    Command.Result result = Command.run(home, List.of(program, "--no-defaults", "--version"));
    if (result.exitCode() != 0) {
      throw new Unavailable(
          "mysqld does not start ("
              + result.output().strip()
              + "); on Debian: apt-get install libaio1 libnuma1");
    }
    return result.output();
  }
}
