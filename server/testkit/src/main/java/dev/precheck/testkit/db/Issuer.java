package dev.precheck.testkit.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Signs certificates with the JDK's keytool: for each name a key store {@code name.p12}, a
 * certificate {@code name.pem} and its key {@code name-key.pem}.
 *
 * @param directory where all of them are
 */
record Issuer(Path directory) {

  static final String STORE_PASSWORD = "changeit";

  private static final String AUTHORITY = "ca";

  /** A century: nobody is to come back and renew them. */
  static final int FOR_EVER = 36_500;

  /** Makes the authority's own certificate. */
  void makeAuthority() throws IOException {
    keytool(
        "-genkeypair -keyalg RSA -keysize 2048 -alias ca -keystore ca.p12 -dname CN=Precheck-test-authority -ext bc:c",
        FOR_EVER);
    keytool("-exportcert -alias ca -keystore ca.p12 -file ca.pem -rfc", 0);
  }

  /**
   * Issues a certificate.
   *
   * @param name of the files
   * @param commonName whom it is for; a host name or an account
   * @param days how long it is valid from now on; below 0, how long it was valid, until a day ago
   */
  void issue(String name, String commonName, int days) throws IOException {
    issue(name, commonName, days, "-keyalg RSA -keysize 2048");
  }

  /**
   * Issues a certificate for another kind of key.
   *
   * @param kind keytool's options for it
   */
  void issue(String name, String commonName, int days, String kind) throws IOException {
    String store = " -alias " + name + " -keystore " + name + ".p12";
    keytool("-genkeypair " + kind + store + " -dname CN=" + commonName, FOR_EVER);
    keytool("-certreq" + store + " -file " + name + ".csr", 0);
    String since = days < 0 ? " -startdate " + (days - 1) + "d" : "";
    keytool(
        "-gencert -alias "
            + AUTHORITY
            + (" -keystore " + AUTHORITY + ".p12 -infile " + name + ".csr")
            + (" -outfile " + name + ".pem -rfc -ext san=dns:" + commonName.replace('_', '-'))
            + since,
        Math.abs(days));
    exportKey(name);
  }

  private void keytool(String arguments, int days) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
    if (days > 0) {
      command.addAll(List.of("-validity", String.valueOf(days)));
    }
    Command.require(directory, command);
  }

  private void exportKey(String name) throws IOException {
    byte[] key;
    try {
      key = store(name).getKey(name, STORE_PASSWORD.toCharArray()).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    Path file = directory.resolve(name + "-key.pem");
    Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    // PostgreSQL refuses a key that others may read.
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  KeyStore store(String name) throws IOException, GeneralSecurityException {
    try (InputStream file = Files.newInputStream(directory.resolve(name + ".p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(file, STORE_PASSWORD.toCharArray());
      return store;
    }
  }
}
