package dev.precheck.testkit.db;

import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.Secret;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority and a server certificate for {@code localhost}, and for no other name, so that
 * {@code 127.0.0.1} is a host that the certificate is not for; and certificates of clients.
 */
public record TestCertificates(Path directory) {

  /** The account that {@link #client} is for. */
  public static final String ACCOUNT = "certified";

  private static final String SERVER = "server";
  private static final String CLIENT = "client";
  private static final String ELLIPTIC = "elliptic";
  private static final String EDWARDS = "edwards";
  private static final String EXPIRED = "expired";

  Path authority() {
    return directory.resolve("ca.pem");
  }

  Path certificate() {
    return directory.resolve(SERVER + ".pem");
  }

  Path key() {
    return directory.resolve(SERVER + "-key.pem");
  }

  /** Of the authority that the servers trust, for {@link #ACCOUNT}. */
  public ClientCertificate client() throws IOException {
    return of(directory, CLIENT);
  }

  /** The same with an elliptic key. */
  public ClientCertificate elliptic() throws IOException {
    return of(directory, ELLIPTIC);
  }

  /** The same with an Edwards-curve key. */
  public ClientCertificate edwards() throws IOException {
    return of(directory, EDWARDS);
  }

  /** The same, but it is valid no more. */
  public ClientCertificate expired() throws IOException {
    return of(directory, EXPIRED);
  }

  /** Of an authority that no server knows. */
  public ClientCertificate stranger() throws IOException {
    return of(directory.resolve("elsewhere"), CLIENT);
  }

  /** The certificates, made by the first who asks and kept between runs. */
  public static TestCertificates get() throws IOException {
    TestCertificates kept = new TestCertificates(Workspace.cache().resolve("certificates-3"));
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

  /**
   * Issues a server certificate for {@code localhost} that is valid for a few days; not kept.
   *
   * @return the directory with {@code brief.pem} and {@code brief-key.pem}
   */
  public Path brief(int days) throws IOException {
    Path made = Workspace.newRunDirectory("brief");
    Files.copy(directory.resolve("ca.p12"), made.resolve("ca.p12"));
    new Issuer(made).issue("brief", "localhost", days);
    return made;
  }

  /** For a server of a test's own. */
  public SSLContext server() throws IOException {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(new Issuer(directory).store(SERVER), Issuer.STORE_PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private void make() throws IOException {
    Issuer own = new Issuer(directory);
    own.makeAuthority();
    own.issue(SERVER, "localhost", Issuer.FOR_EVER);
    own.issue(CLIENT, ACCOUNT, Issuer.FOR_EVER);
    own.issue(ELLIPTIC, ACCOUNT, Issuer.FOR_EVER, "-keyalg EC -groupname secp256r1");
    own.issue(EDWARDS, ACCOUNT, Issuer.FOR_EVER, "-keyalg Ed25519");
    own.issue(EXPIRED, ACCOUNT, -2);
    Issuer other = new Issuer(Files.createDirectory(directory.resolve("elsewhere")));
    other.makeAuthority();
    other.issue(CLIENT, ACCOUNT, Issuer.FOR_EVER);
  }

  private static ClientCertificate of(Path directory, String name) throws IOException {
    return new ClientCertificate(
        Files.readString(directory.resolve(name + ".pem")),
        Secret.of(Files.readString(directory.resolve(name + "-key.pem"))));
  }
}
