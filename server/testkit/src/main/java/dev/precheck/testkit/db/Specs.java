package dev.precheck.testkit.db;

import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.Endpoint;
import java.util.Optional;

/** Variations of a connection. */
public final class Specs {

  private Specs() {}

  /** The same to another address, for example that of a {@link LatencyProxy}. */
  public static ConnectionSpec at(ConnectionSpec spec, String host, int port) {
    Endpoint old = spec.endpoint();
    return replaced(spec, new Endpoint(old.engine(), host, port, old.database(), old.user()));
  }

  /** The same to another database. */
  public static ConnectionSpec inDatabase(ConnectionSpec spec, String database) {
    Endpoint old = spec.endpoint();
    return replaced(
        spec,
        new Endpoint(old.engine(), old.host(), old.port(), Optional.of(database), old.user()));
  }

  /** The same, secured like this and without an authority of its own. */
  public static ConnectionSpec with(ConnectionSpec spec, TlsMode tls) {
    return with(spec, tls, Optional.empty());
  }

  /** The same, secured like this; the authority is PEM. */
  public static ConnectionSpec with(ConnectionSpec spec, TlsMode tls, Optional<String> authority) {
    return new ConnectionSpec(
        spec.endpoint(), spec.password(), tls, authority, spec.clientCertificate());
  }

  /** The same, showing a certificate to a server that asks for one. */
  public static ConnectionSpec showing(ConnectionSpec spec, ClientCertificate certificate) {
    return new ConnectionSpec(
        spec.endpoint(),
        spec.password(),
        spec.tls(),
        spec.caCertificate(),
        Optional.of(certificate));
  }

  private static ConnectionSpec replaced(ConnectionSpec spec, Endpoint endpoint) {
    return new ConnectionSpec(
        endpoint, spec.password(), spec.tls(), spec.caCertificate(), spec.clientCertificate());
  }
}
