package dev.precheck.app.cli;

import dev.precheck.engine.TlsMode;
import dev.precheck.spi.Endpoint;
import java.nio.file.Path;
import java.util.Optional;

/** What the options of one side say. */
interface EndpointOptions {

  /** {@code source} or {@code target}, as it stands in the options' names. */
  String side();

  Endpoint endpoint();

  Optional<Path> passwordFile();

  Optional<String> passwordReference();

  Optional<TlsMode> tls();

  Optional<Path> ca();

  Optional<Path> clientCertificate();

  Optional<Path> clientKey();
}
