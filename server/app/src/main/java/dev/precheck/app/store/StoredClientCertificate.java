package dev.precheck.app.store;

import java.util.Optional;

/**
 * What a data source shows to a server that asks for a certificate: both, or nothing.
 *
 * @param clientCertificate its certificate and those between it and the authority, PEM
 * @param clientKey its private key, sealed
 */
public record StoredClientCertificate(
    Optional<String> clientCertificate, Optional<String> clientKey) {

  public static final StoredClientCertificate NONE =
      new StoredClientCertificate(Optional.empty(), Optional.empty());

  public boolean isThere() {
    return clientKey.isPresent();
  }
}
