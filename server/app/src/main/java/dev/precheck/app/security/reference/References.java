package dev.precheck.app.security.reference;

import dev.precheck.app.config.SecretSettings;
import dev.precheck.engine.Secret;
import dev.precheck.spi.SecretResolver;
import dev.precheck.spi.SecretUnavailable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passwords that data sources refer to, by the scheme of the reference. */
@Singleton
public final class References {

  private static final Logger LOG = LoggerFactory.getLogger(References.class);

  private static final Pattern FORM =
      Pattern.compile("(?<scheme>[a-z][a-z0-9+.-]*):(?<name>\\P{Cntrl}+)");

  private final Map<String, SecretResolver> byScheme = new TreeMap<>();

  /**
   * What the operator has opened, and the resolvers on the class path.
   *
   * @throws IllegalStateException if two resolvers are for one scheme
   */
  @Inject
  public References(SecretSettings settings) {
    this(
        Stream.concat(
                Stream.of(
                    new EnvironmentSecrets(System.getenv(), settings.environment()),
                    new FileSecrets(settings.directory())),
                onTheClassPath())
            .toList());
  }

  /** What a person may refer to who starts the process and can read all of this anyway. */
  public static References ofEverything(Map<String, String> environment) {
    return new References(
        Stream.concat(
                Stream.of(
                    new EnvironmentSecrets(environment, Optional.of("")),
                    new FileSecrets(Optional.of(Path.of("/")))),
                onTheClassPath())
            .toList());
  }

  private static Stream<SecretResolver> onTheClassPath() {
    return ServiceLoader.load(SecretResolver.class).stream().map(ServiceLoader.Provider::get);
  }

  References(List<SecretResolver> resolvers) {
    for (SecretResolver resolver : resolvers) {
      if (byScheme.put(resolver.scheme(), resolver) != null) {
        throw new IllegalStateException(
            "Two resolvers of passwords are for the scheme "
                + resolver.scheme()
                + ": take one of them off the class path.");
      }
    }
  }

  /** Why a reference can never be followed, as a full sentence; empty if it may be. */
  public Optional<String> refusal(String reference) {
    Matcher parts = FORM.matcher(reference);
    if (!parts.matches()) {
      return Optional.of("It does not have the form scheme:name.");
    }
    SecretResolver resolver = byScheme.get(parts.group("scheme"));
    return resolver == null
        ? Optional.of(
            "There is nothing here that fetches passwords of this scheme; there is "
                + String.join(", ", byScheme.keySet())
                + ".")
        : resolver.refusal(parts.group("name"));
  }

  /** The password, which is fetched when it is needed. */
  public Secret secret(String reference) {
    return Secret.from(() -> fetch(reference));
  }

  private String fetch(String reference) throws SecretUnavailable {
    // Again: what the operator opens may have become less since the reference was stored.
    Optional<String> refused = refusal(reference);
    if (refused.isPresent()) {
      throw new SecretUnavailable(
          "The reference " + reference + " is not followed. " + refused.get());
    }
    Matcher parts = FORM.matcher(reference);
    SecretResolver resolver = parts.matches() ? byScheme.get(parts.group("scheme")) : null;
    try {
      return Objects.requireNonNull(resolver).resolve(parts.group("name"));
    } catch (RuntimeException e) {
      // What it says is not made to be read by callers, and may hold what nobody should read.
      LOG.warn("The resolver of {} broke ({}).", reference, e.getClass().getName());
      throw new SecretUnavailable(
          "What fetches " + reference + " broke. Ask the operator to look into the service's log.",
          e);
    }
  }
}
