package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A binary distribution of MySQL that is on this machine already, for versions that no Maven
 * artifact carries.
 *
 * @param series such as {@code 9.7}
 */
record MySqlHome(String series) implements MySqlSource {

  private static final Pattern VERSION = Pattern.compile("Ver (\\d+\\.\\d+)(\\S*)");

  /** The environment variable that names the directory. */
  String variable() {
    return "PRECHECK_MYSQL_" + series.replace('.', '_') + "_HOME";
  }

  boolean isNamed() {
    return named().isPresent();
  }

  @Override
  public String id() throws IOException, Unavailable {
    Path home = directory();
    String said = MySqlSource.version(home);
    Matcher version = VERSION.matcher(said);
    if (!version.find() || !version.group(1).equals(series)) {
      throw new Unavailable(
          variable() + " is to name MySQL " + series + ", but " + home + " is: " + said.strip());
    }
    return "mysql-" + version.group(1) + version.group(2);
  }

  @Override
  public void layOut(Path home) throws IOException, Unavailable {
    Files.createSymbolicLink(home, directory());
  }

  private Path directory() throws IOException, Unavailable {
    Path home =
        named()
            .orElseThrow(
                () ->
                    new Unavailable(
                        variable() + " does not name a directory with MySQL " + series + " in it"));
    if (!Files.isExecutable(MySqlSource.program(home))) {
      throw new Unavailable(variable() + ": " + MySqlSource.program(home) + " is no program");
    }
    return home.toRealPath();
  }

  private Optional<Path> named() {
    return Optional.ofNullable(System.getenv(variable()))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
