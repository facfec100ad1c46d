package dev.precheck.app.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS, with a certificate that is renewed while the service runs. */
class ServiceTlsTest {

  @Test
  void aRenewedCertificateIsTakenUp(@TempDir Path directory) throws Exception {
    make(directory, "first");
    make(directory, "second");
    Path certificate = directory.resolve("service.pem");
    Path key = directory.resolve("service-key.pem");
    put(directory, "first", certificate, key);
    Map<String, Object> settings = new HashMap<>(ServiceTls.settings(certificate, key, "0"));
    settings.put("precheck.data-dir", directory.resolve("data").toString());
    settings.put("precheck.auth", "off");

    try (Service service = Service.start(settings)) {
      assertThat(service.uri().getScheme()).isEqualTo("https");
      int port = service.uri().getPort();
      assertThat(served(port)).contains("first");

      put(directory, "second", certificate, key);

      await().atMost(Duration.ofMinutes(2)).until(() -> served(port), s -> s.contains("second"));
    }
  }

  private static void put(Path directory, String name, Path certificate, Path key)
      throws IOException {
    Files.copy(directory.resolve(name + "-key.pem"), key, StandardCopyOption.REPLACE_EXISTING);
    Files.copy(directory.resolve(name + ".pem"), certificate, StandardCopyOption.REPLACE_EXISTING);
  }

  /** With the JDK's own tool, into PEM files. */
  private static void make(Path directory, String name) throws Exception {
    Path store = directory.resolve(name + ".p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-dname",
            "CN=" + name,
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit");
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    java.security.KeyStore keys =
        java.security.KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    write(directory.resolve(name + ".pem"), "CERTIFICATE", keys.getCertificate(name).getEncoded());
    write(
        directory.resolve(name + "-key.pem"),
        "PRIVATE KEY",
        keys.getKey(name, "changeit".toCharArray()).getEncoded());
  }

  private static void write(Path file, String what, byte[] content) throws IOException {
    String text = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
  }

  /** The name of the certificate that a new connection is shown. */
  private static String served(int port) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    }
  }

  /** Looks at the certificate, and does not judge it. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
