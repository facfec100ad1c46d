package dev.precheck.app.security;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/** A key set in a file that only this account, or its group, may open. */
record KeyFile(Path path) implements KeySource {

  /** From one key set to the next. */
  @FunctionalInterface
  interface Change {
    KeysetHandle of(KeysetHandle keys) throws GeneralSecurityException;
  }

  @Override
  public String place() {
    return "The key file " + path;
  }

  @Override
  public KeysetHandle read() throws IOException {
    if (!Files.isReadable(path)) {
      throw new IllegalStateException(place() + " is not there or not readable.");
    }
    if (PrivateFiles.isOpenToOthers(path)) {
      throw new IllegalStateException(
          "Every account on this machine can open the key file "
              + path
              + ". Run: chmod 600 "
              + path);
    }
    return KeyText.parse(Files.readString(path), place());
  }

  /** What a replaced or edited file differs in, at the cost of one look at the directory. */
  @Override
  public Object stamp() {
    try {
      BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
      return Arrays.asList(seen.fileKey(), seen.lastModifiedTime(), seen.size());
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Writes a new key set of one key. */
  void make() throws IOException, GeneralSecurityException {
    write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
  }

  /** Changes the key set; of those who do so at the same time, one waits for the other. */
  void change(Change change) throws IOException, GeneralSecurityException {
    Path lock = path.resolveSibling(path.getFileName() + ".lock");
    PrivateFiles.file(lock);
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      channel.lock();
      write(change.of(read()));
    }
  }

  /** At once or not at all: whoever reads meanwhile gets the former or the new one. */
  private void write(KeysetHandle keys) throws IOException, GeneralSecurityException {
    Path whole = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(whole);
    PrivateFiles.file(whole);
    if (Files.exists(path)) {
      PrivateFiles.sameRights(path, whole);
    }
    Files.writeString(whole, KeyText.of(keys), StandardOpenOption.SYNC);
    Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
  }
}
