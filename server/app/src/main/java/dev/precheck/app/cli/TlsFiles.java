package dev.precheck.app.cli;

import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.engine.tls.PemText;
import dev.precheck.engine.tls.UnusableCertificate;
import dev.precheck.engine.tls.UnusableKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The certificates and keys that a side's options name.
 *
 * @param options those of one side
 */
record TlsFiles(EndpointOptions options) {

  /** How to encrypt: as asked for, else as the named files make sense. */
  TlsMode mode() {
    TlsMode mode =
        options.tls().orElse(options.ca().isPresent() ? TlsMode.VERIFY_FULL : TlsMode.PREFER);
    if (options.ca().isPresent() && !mode.verifies()) {
      throw useless("ca", mode, "which looks at no certificate");
    } else if (options.clientCertificate().isPresent() && mode == TlsMode.DISABLE) {
      throw useless("client-cert", mode, "which shows none");
    }
    return mode;
  }

  /** The authorities to trust, PEM. */
  Optional<String> authorities() {
    return options.ca().map(this::authorities);
  }

  private String authorities(Path file) {
    String text = read(file);
    try {
      PemText.certificates(text);
      return text;
    } catch (UnusableCertificate e) {
      throw unusable("ca", file, e);
    }
  }

  /** What to show to a server that asks. */
  Optional<ClientCertificate> clientCertificate() {
    Optional<Path> certificate = options.clientCertificate();
    Optional<Path> key = options.clientKey();
    if (certificate.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException(
          "--%1$s-client-cert and --%1$s-client-key belong together; --%1$s-client-%2$s is missing."
              .formatted(options.side(), key.isPresent() ? "cert" : "key"));
    }
    return certificate.map(file -> shown(file, key.orElseThrow()));
  }

  private ClientCertificate shown(Path certificate, Path key) {
    ClientCertificate shown = new ClientCertificate(read(certificate), Secret.of(read(key)));
    try {
      shown.keyManager(Instant.now());
      return shown;
    } catch (UnusableKey e) {
      throw unusable("client-key", key, e);
    } catch (UnusableCertificate e) {
      throw unusable("client-cert", certificate, e);
    }
  }

  private IllegalArgumentException unusable(String option, Path file, UnusableCertificate why) {
    return new IllegalArgumentException(
        "--%s-%s: the file %s %s.".formatted(options.side(), option, file, why.getMessage()));
  }

  private IllegalArgumentException useless(String option, TlsMode mode, String why) {
    String named = mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new IllegalArgumentException(
        "--%s-%s is of no use with --%s-tls %s, %s."
            .formatted(options.side(), option, options.side(), named, why));
  }

  /** The text of a file. */
  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The file " + file + " cannot be read (" + e.getClass().getSimpleName() + ").", e);
    }
  }
}
