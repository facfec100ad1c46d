package dev.precheck.engine;

import dev.precheck.engine.tls.ShownCertificate;
import dev.precheck.engine.tls.UnusableCertificate;
import java.time.Instant;
import javax.net.ssl.X509KeyManager;

/**
 * What a client shows to a server that asks who it is during the TLS handshake.
 *
 * @param chain its certificate, then those between it and the authority; PEM
 * @param key its private key, which never leaves this process; PKCS #8 in PEM form
 */
public record ClientCertificate(String chain, Secret key) {

  /**
   * Hands both to TLS.
   *
   * @param now the certificate must be valid then
   * @throws UnusableCertificate if the chain is no certificate or is not valid now
   * @throws dev.precheck.engine.tls.UnusableKey if the key is none, or that of another certificate
   */
  public X509KeyManager keyManager(Instant now) throws UnusableCertificate {
    return ShownCertificate.of(chain, key.reveal(), now);
  }
}
