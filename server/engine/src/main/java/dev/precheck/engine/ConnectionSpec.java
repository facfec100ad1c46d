package dev.precheck.engine;

import dev.precheck.spi.Endpoint;
import java.util.Locale;
import java.util.Optional;

/**
 * How to reach an endpoint. Typed fields only: nothing in here is ever pasted into a driver's URL.
 *
 * @param endpoint engine, address, database and account
 * @param password empty where the account has none
 * @param tls how the connection is secured
 * @param caCertificate the authority to trust, PEM; empty for those the JVM trusts
 * @param clientCertificate what is shown to a server that asks for it; empty to show none
 */
public record ConnectionSpec(
    Endpoint endpoint,
    Optional<Secret> password,
    TlsMode tls,
    Optional<String> caCertificate,
    Optional<ClientCertificate> clientCertificate) {

  /** Without a client certificate. */
  public ConnectionSpec(
      Endpoint endpoint, Optional<Secret> password, TlsMode tls, Optional<String> caCertificate) {
    this(endpoint, password, tls, caCertificate, Optional.empty());
  }

  /** The server, as a {@link ConnectionBudget} knows it. */
  String address() {
    return endpoint.address().toLowerCase(Locale.ROOT);
  }

  /** The text without the secrets, which servers and drivers may echo. */
  public String redact(String text) {
    String blanked = password.map(secret -> secret.redact(text)).orElse(text);
    return clientCertificate.map(shown -> shown.key().redact(blanked)).orElse(blanked);
  }
}
