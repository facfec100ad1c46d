package dev.precheck.app.security;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories that only this account may open, where the file system knows accounts. */
public final class PrivateFiles {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("------rwx");

  private PrivateFiles() {}

  /**
   * Makes the directory, mode 700, unless it is there. One that is there keeps its mode, for it may
   * serve others too; but where any account can write, any account can put files in place of ours.
   *
   * @throws IllegalStateException if it is there and accounts outside the owner and its group may
   *     write in it; the message says what to do
   */
  public static void directory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, mode("rwx------"));
    }
    if (POSIX
        && Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE)) {
      Path whole = directory.toAbsolutePath().normalize();
      throw new IllegalStateException(
          "Every account on this machine can write in the data directory "
              + whole
              + ". Run: chmod 700 "
              + whole
              + ". Or name a directory below it with PRECHECK_DATA_DIR, which is then made for this"
              + " account alone.");
    }
  }

  /** Makes an empty file, mode 600, unless it is there. */
  public static void file(Path file) throws IOException {
    try {
      Files.createFile(file, mode("rw-------"));
    } catch (FileAlreadyExistsException e) {
      // It keeps the mode that somebody gave it.
    }
  }

  /** Gives a file the group and the rights of another, where the file system knows them. */
  static void sameRights(Path of, Path to) throws IOException {
    if (POSIX) {
      PosixFileAttributes rights = Files.readAttributes(of, PosixFileAttributes.class);
      Files.getFileAttributeView(to, PosixFileAttributeView.class).setGroup(rights.group());
      Files.setPosixFilePermissions(to, rights.permissions());
    }
  }

  /** Whether accounts outside the owner and its group have any right to it. */
  public static boolean isOpenToOthers(Path path) throws IOException {
    return POSIX
        && Files.getPosixFilePermissions(path).stream().anyMatch(right -> OTHERS.contains(right));
  }

  private static FileAttribute<?>[] mode(String rights) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
