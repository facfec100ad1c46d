package dev.precheck.dialects;

import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.engine.tls.UnusableCertificate;
import dev.precheck.engine.tls.UnusableKey;
import dev.precheck.spi.ConnectionAttempt.Stage;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.postgresql.ssl.NonValidatingFactory.NonValidatingTM;

/**
 * Whom an encrypted connection trusts and what it shows, as both drivers take it along.
 *
 * @param mode whether it is encrypted and the server's certificate is looked at
 * @param authorities to trust, PEM; empty for those that the JVM trusts
 * @param shown to a server that asks for a certificate
 */
record Encryption(TlsMode mode, String authorities, Optional<ClientCertificate> shown) {

  /** Between parts in Base64: people write all sorts of things around PEM. */
  private static final String BETWEEN = " ";

  /**
   * What a connection is to be encrypted with.
   *
   * @throws Refusal if a certificate or a key cannot be used, before anybody is dialled
   */
  static Encryption of(ConnectionSpec spec, TlsMode tls) throws Refusal {
    Encryption encryption =
        new Encryption(tls, spec.caCertificate().orElse(""), spec.clientCertificate());
    try {
      encryption.trustManagers();
    } catch (GeneralSecurityException e) {
      throw new Refusal(Stage.TLS, "The CA certificate cannot be used: " + Failures.text(e));
    }
    try {
      encryption.keyManagers();
    } catch (UnusableKey e) {
      throw new Refusal(Stage.TLS, "The client certificate's private key " + Failures.text(e));
    } catch (UnusableCertificate e) {
      throw new Refusal(Stage.TLS, "The client certificate " + Failures.text(e));
    }
    return encryption;
  }

  /** For a driver that takes nothing else along; holds the private key. */
  String text() {
    return Stream.of(
            mode.name(),
            authorities,
            shown.map(ClientCertificate::chain).orElse(""),
            shown.map(certificate -> certificate.key().reveal()).orElse(""))
        .map(part -> Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
        .collect(Collectors.joining(BETWEEN));
  }

  /** Reads what {@link #text} has written. */
  static Encryption parse(String text) {
    List<String> parts =
        Arrays.stream(text.split(BETWEEN, -1))
            .map(part -> new String(Base64.getDecoder().decode(part), StandardCharsets.UTF_8))
            .toList();
    Optional<ClientCertificate> shown =
        parts.get(2).isEmpty()
            ? Optional.empty()
            : Optional.of(new ClientCertificate(parts.get(2), Secret.of(parts.get(3))));
    return new Encryption(TlsMode.valueOf(parts.get(0)), parts.get(1), shown);
  }

  /**
   * What a failed login comes to: where TLS has version 1.3, a server that does not take the
   * client's certificate just closes the connection that the client believes in already.
   */
  SQLException explained(SQLException failure) {
    boolean closed =
        Failures.chain(failure)
            .anyMatch(
                cause ->
                    cause instanceof EOFException
                        || (cause instanceof SocketException
                            && !(cause instanceof ConnectException)));
    if (shown.isEmpty() || !closed) {
      return failure;
    }
    return new Refusal(
        Stage.TLS,
        "The server closed the connection once it had seen the client certificate. Is it from an"
            + " authority that the server trusts for clients (MySQL: ssl_ca, PostgreSQL:"
            + " ssl_ca_file), is the chain up to it complete, and is it not revoked?",
        failure);
  }

  @Override
  public String toString() {
    return "***";
  }

  TrustManager[] trustManagers() throws GeneralSecurityException {
    X509TrustManager manager =
        mode.verifies() ? Certificates.trusting(authorities) : new NonValidatingTM();
    return new TrustManager[] {manager};
  }

  KeyManager[] keyManagers() throws UnusableCertificate {
    return shown.isEmpty()
        ? new KeyManager[0]
        : new KeyManager[] {shown.get().keyManager(Instant.now())};
  }
}
