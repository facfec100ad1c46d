package dev.precheck.app.cli.service;

import java.nio.file.Path;
import java.util.Map;

/** HTTPS instead of HTTP, on the port that HTTP would have. */
public final class ServiceTls {

  /** How Micronaut is to call the files. */
  private static final String NAME = "service";

  private ServiceTls() {}

  /**
   * The settings for it. Files that change are read again, so that a certificate can be renewed
   * while the service runs.
   *
   * @param certificate the chain, PEM, that of the service first
   * @param key its private key, PEM, PKCS #8
   * @param port to listen on
   */
  public static Map<String, Object> settings(Path certificate, Path key, String port) {
    String file = "micronaut.certificate.file." + NAME + ".";
    String ssl = "micronaut.server.ssl.";
    return Map.of(
        file + "path",
        key.toString(),
        file + "certificate-path",
        certificate.toString(),
        file + "format",
        "PEM",
        file + "refresh-mode",
        "FILE_WATCHER_OR_SCHEDULER",
        ssl + "enabled",
        true,
        ssl + "key-name",
        NAME,
        ssl + "port",
        port.equals("0") ? "-1" : port,
        ssl + "protocols",
        "TLSv1.3,TLSv1.2",
        "micronaut.server.dual-protocol",
        false);
  }
}
