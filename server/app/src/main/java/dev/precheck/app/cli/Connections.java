package dev.precheck.app.cli;

import dev.precheck.app.security.reference.References;
import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.SecretUnavailable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Adds to a side's options what an option must not hold: the password. */
record Connections(Map<String, String> environment, Prompt prompt) {

  /**
   * How to reach a side.
   *
   * @throws IllegalArgumentException if a file cannot be read or options contradict each other
   */
  ConnectionSpec of(EndpointOptions options) {
    TlsFiles files = new TlsFiles(options);
    TlsMode tls = files.mode();
    Optional<String> authorities = files.authorities();
    Optional<ClientCertificate> shown = files.clientCertificate();
    // Last: nobody is asked for a password before the rest is right.
    return new ConnectionSpec(options.endpoint(), password(options), tls, authorities, shown);
  }

  /** A reference goes before a file, that before the environment, and that before a question. */
  private Optional<Secret> password(EndpointOptions options) {
    return options.passwordReference().isPresent()
        ? options.passwordReference().map(reference -> referred(options, reference))
        : given(options);
  }

  /** Whoever types the command may read what the process can read. */
  private Secret referred(EndpointOptions options, String given) {
    String reference = absolute(given);
    References free = References.ofEverything(environment);
    free.refusal(reference)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(
                  "--%s-password-ref cannot be followed. %s".formatted(options.side(), why));
            });
    Secret password = free.secret(reference);
    try {
      password.fetch();
    } catch (SecretUnavailable e) {
      throw new IllegalArgumentException(
          "--%s-password-ref: %s".formatted(options.side(), e.getMessage()), e);
    }
    return password;
  }

  /** A file is named as the shell completes it, from where the person is. */
  private static String absolute(String reference) {
    return reference.startsWith("file:")
        ? "file:" + Path.of(reference.substring(5)).toAbsolutePath().normalize()
        : reference;
  }

  private Optional<Secret> given(EndpointOptions options) {
    String variable = "PRECHECK_" + options.side().toUpperCase(Locale.ROOT) + "_PASSWORD";
    Optional<Secret> found =
        options
            .passwordFile()
            .map(file -> Secret.of(TlsFiles.read(file).lines().findFirst().orElse("")))
            .or(() -> Optional.ofNullable(environment.get(variable)).map(Secret::of))
            .or(() -> prompt.ask(question(options)));
    return found.filter(secret -> !secret.reveal().isEmpty());
  }

  private static String question(EndpointOptions options) {
    return "Password of the %s, %s@%s (Enter if it has none):"
        .formatted(options.side(), options.endpoint().user(), options.endpoint().address());
  }
}
