package dev.precheck.testkit.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority and a server certificate for {@code localhost}, and for no other name, so that
 * {@code 127.0.0.1} is a host that the certificate is not for.
 */
public record TestCertificates(Path directory) {

  private static final String STORE_PASSWORD = "changeit";

  Path authority() {
    return directory.resolve("ca.pem");
  }

  Path certificate() {
    return directory.resolve("server.pem");
  }

  Path key() {
    return directory.resolve("server-key.pem");
  }

  /** The certificates, made by the first who asks and kept between runs. */
  public static TestCertificates get() throws IOException {
    TestCertificates kept = new TestCertificates(Workspace.cache().resolve("certificates"));
    if (!Files.isDirectory(kept.directory)) {
      TestCertificates fresh = new TestCertificates(Workspace.newRunDirectory("certificates"));
      fresh.make();
      try {
        Files.move(fresh.directory, kept.directory, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        // Another JVM was quicker; what it made is as good.
        Workspace.delete(fresh.directory);
      }
    }
    return kept;
  }

  /** For a server of a test's own. */
  public SSLContext server() throws IOException {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(serverKeys(), STORE_PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private KeyStore serverKeys() throws IOException, GeneralSecurityException {
    try (InputStream file = Files.newInputStream(directory.resolve("server.p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(file, STORE_PASSWORD.toCharArray());
      return store;
    }
  }

  private void make() throws IOException {
    String names = "-dname CN=localhost -ext san=dns:localhost";
    keytool("-genkeypair -alias ca -keystore ca.p12 -dname CN=Precheck-test-authority -ext bc:c");
    keytool("-genkeypair -alias server -keystore server.p12 " + names);
    keytool("-certreq -alias server -keystore server.p12 -file server.csr");
    keytool(
        "-gencert -alias ca -keystore ca.p12 -infile server.csr -outfile server.pem -rfc"
            + " -ext san=dns:localhost");
    keytool("-exportcert -alias ca -keystore ca.p12 -file ca.pem -rfc");
    exportKey();
  }

  private void keytool(String arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
    if (arguments.startsWith("-gen")) {
      command.addAll(List.of("-validity", "36500"));
    }
    if (arguments.startsWith("-genkeypair")) {
      command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048"));
    }
    Command.require(directory, command);
  }

  private void exportKey() throws IOException {
    byte[] key;
    try {
      key = serverKeys().getKey("server", STORE_PASSWORD.toCharArray()).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    Files.writeString(
        key(), "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    // PostgreSQL refuses a key that others may read.
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
  }
}
