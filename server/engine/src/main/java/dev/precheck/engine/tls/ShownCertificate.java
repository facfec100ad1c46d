package dev.precheck.engine.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Always shows one certificate. Java's own key managers keep it back from a server whose list of
 * authorities lacks the one that signed it, and the server then says no more than that there was
 * none.
 */
public final class ShownCertificate extends X509ExtendedKeyManager {

  private static final String ALIAS = "client";

  private final X509Certificate[] chain;
  private final PrivateKey key;

  private ShownCertificate(X509Certificate[] chain, PrivateKey key) {
    this.chain = chain;
    this.key = key;
  }

  /**
   * Reads both.
   *
   * @param chain PEM
   * @param key PKCS #8 in PEM form
   * @param now the certificate must be valid then
   * @throws UnusableCertificate if the chain is no certificate or is not valid now
   * @throws UnusableKey if the key is none, or that of another certificate
   */
  public static X509KeyManager of(String chain, String key, Instant now)
      throws UnusableCertificate {
    List<X509Certificate> certificates = PemText.certificates(chain);
    X509Certificate own = certificates.get(0);
    PrivateKey privateKey = PrivateKeyText.of(key, own.getPublicKey());
    if (now.isAfter(own.getNotAfter().toInstant())) {
      throw new UnusableCertificate("expired on " + own.getNotAfter().toInstant());
    } else if (now.isBefore(own.getNotBefore().toInstant())) {
      throw new UnusableCertificate("is not valid before " + own.getNotBefore().toInstant());
    }
    return new ShownCertificate(certificates.toArray(X509Certificate[]::new), privateKey);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return Arrays.asList(keyTypes).contains(key.getAlgorithm()) ? ALIAS : null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal[] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return chain.clone();
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key;
  }
}
