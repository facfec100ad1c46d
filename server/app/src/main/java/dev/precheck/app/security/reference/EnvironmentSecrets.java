package dev.precheck.app.security.reference;

import dev.precheck.spi.SecretResolver;
import dev.precheck.spi.SecretUnavailable;
import java.util.Map;
import java.util.Optional;

/**
 * Passwords in environment variables.
 *
 * @param environment all variables
 * @param prefix what the names of those begin with that may be asked for; empty for none
 */
record EnvironmentSecrets(Map<String, String> environment, Optional<String> prefix)
    implements SecretResolver {

  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

  @Override
  public String scheme() {
    return "env";
  }

  @Override
  public Optional<String> refusal(String name) {
    if (!name.matches(NAME)) {
      return Optional.of(
          "env: is followed by the name of a variable: letters, digits and underscores.");
    }
    if (prefix.isEmpty()) {
      return Optional.of(
          "The operator of this service has opened no environment variables to data sources"
              + " (PRECHECK_SECRETS_ENV_PREFIX).");
    }
    return prefix.filter(start -> !name.startsWith(start) || name.equals(start)).isPresent()
        ? Optional.of(
            "Data sources may refer only to environment variables that begin with "
                + prefix.get()
                + ".")
        : Optional.empty();
  }

  @Override
  public String resolve(String name) throws SecretUnavailable {
    String value = environment.get(name);
    if (value == null) {
      throw new SecretUnavailable(
          "There is no environment variable "
              + name
              + ". Set it for the process that connects, and start that again.");
    }
    return value;
  }

  /** Does not print what the variables hold. */
  @Override
  public String toString() {
    return "EnvironmentSecrets[prefix=" + prefix + "]";
  }
}
