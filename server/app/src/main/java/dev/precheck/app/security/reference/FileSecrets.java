package dev.precheck.app.security.reference;

import dev.precheck.spi.SecretResolver;
import dev.precheck.spi.SecretUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Passwords in files, of which the first line counts.
 *
 * @param directory the one whose files may be read, with those below it; empty for none
 */
record FileSecrets(Optional<Path> directory) implements SecretResolver {

  /** In bytes; a password is shorter, and what is longer is no password. */
  private static final int LONGEST = 8_192;

  FileSecrets {
    directory = directory.map(path -> path.toAbsolutePath().normalize());
  }

  @Override
  public String scheme() {
    return "file";
  }

  /** Does not look at the file system, so that nobody can ask it what is there. */
  @Override
  public Optional<String> refusal(String name) {
    if (directory.isEmpty()) {
      return Optional.of(
          "The operator of this service has opened no files to data sources"
              + " (PRECHECK_SECRETS_FILE_DIRECTORY).");
    }
    Path root = directory.get();
    return path(name).filter(path -> path.startsWith(root) && !path.equals(root)).isEmpty()
        ? Optional.of(
            "Data sources may refer only to files below "
                + root
                + ", by their full path and without dots.")
        : Optional.empty();
  }

  /** The path, if it is absolute and leads straight down. */
  private static Optional<Path> path(String name) {
    try {
      Path path = Path.of(name);
      return Optional.of(path).filter(p -> p.isAbsolute() && p.equals(p.normalize()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public String resolve(String name) throws SecretUnavailable {
    Optional<String> refused = refusal(name);
    if (refused.isPresent()) {
      throw new SecretUnavailable(refused.get());
    }
    try {
      return firstLine(inside(Path.of(name)));
    } catch (NoSuchFileException e) {
      throw new SecretUnavailable("There is no file " + name + ". Put the password there.");
    } catch (IOException e) {
      throw new SecretUnavailable(
          "The file "
              + name
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "). Let the account read it that the service runs under.",
          e);
    }
  }

  /** The file itself, whatever links lead to it. */
  private Path inside(Path path) throws IOException, SecretUnavailable {
    Path real = path.toRealPath();
    if (!real.startsWith(directory.orElseThrow().toRealPath())) {
      throw new SecretUnavailable(
          "The file " + path + " is a link that leads out of the directory for such files.");
    }
    if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
      throw new SecretUnavailable(path + " is no file. Put the password into one.");
    }
    return real;
  }

  private static String firstLine(Path file) throws IOException, SecretUnavailable {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      bytes = stream.readNBytes(LONGEST + 1);
    }
    if (bytes.length > LONGEST) {
      throw new SecretUnavailable(
          "The file " + file + " has more than " + LONGEST + " bytes, so it holds no password.");
    }
    return new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }
}
