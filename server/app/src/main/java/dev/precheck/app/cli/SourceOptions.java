package dev.precheck.app.cli;

import dev.precheck.engine.TlsMode;
import dev.precheck.spi.Endpoint;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of the database that is migrated. */
final class SourceOptions implements EndpointOptions {

  @Option(
      names = "--source",
      required = true,
      paramLabel = "URI",
      description =
          "The database to migrate: engine://user@host[:port][/database]. Engines: mysql, mariadb,"
              + " postgresql. Special characters in names are percent-encoded. No password here.")
  @SuppressWarnings("NullAway.Init") // Required: picocli does not start the command without it.
  private Endpoint endpoint;

  @Option(
      names = "--source-password-file",
      paramLabel = "FILE",
      description =
          "Take the password from the first line of this file. Without: from PRECHECK_SOURCE_PASSWORD,"
              + " else it is asked for.")
  private Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--source-password-ref",
      paramLabel = "REFERENCE",
      description =
          "Fetch the password from env:NAME, file:/PATH, or by another scheme that a resolver on the"
              + " class path has.")
  private Optional<String> passwordReference = Optional.empty();

  @Option(
      names = "--source-tls",
      paramLabel = "MODE",
      description =
          "disable, prefer (default), require, verify-ca or verify-full, with the meaning of"
              + " PostgreSQL's sslmode.")
  private Optional<TlsMode> tls = Optional.empty();

  @Option(
      names = "--source-ca",
      paramLabel = "FILE",
      description =
          "Trust the authorities in this PEM file instead of Java's own. Implies verify-full.")
  private Optional<Path> ca = Optional.empty();

  @Option(
      names = "--source-client-cert",
      paramLabel = "FILE",
      description =
          "Show the certificate in this PEM file to a server that asks for one; those between it and"
              + " the authority may follow. Needs --source-client-key.")
  private Optional<Path> clientCertificate = Optional.empty();

  @Option(
      names = "--source-client-key",
      paramLabel = "FILE",
      description = "Its private key: PKCS #8 in PEM form, not encrypted.")
  private Optional<Path> clientKey = Optional.empty();

  @Override
  public String side() {
    return "source";
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public Optional<Path> passwordFile() {
    return passwordFile;
  }

  @Override
  public Optional<String> passwordReference() {
    return passwordReference;
  }

  @Override
  public Optional<TlsMode> tls() {
    return tls;
  }

  @Override
  public Optional<Path> ca() {
    return ca;
  }

  @Override
  public Optional<Path> clientCertificate() {
    return clientCertificate;
  }

  @Override
  public Optional<Path> clientKey() {
    return clientKey;
  }
}
