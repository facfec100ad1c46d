package dev.precheck.spi;

import java.util.Optional;

/**
 * Fetches passwords from where they are kept, such as a vault, for data sources that store only a
 * reference: {@code SCHEME:NAME}. Found through {@link java.util.ServiceLoader}; asked by several
 * threads at a time, and again for each precheck.
 *
 * <p>Whoever may create data sources chooses the name, and may send what it leads to to a server of
 * their own. So a resolver fetches only what its operator has set aside for this.
 */
public interface SecretResolver {

  /**
   * What its references begin with, before the colon: a lower-case letter, then lower-case letters,
   * digits, {@code +}, {@code .} or {@code -}. Not {@code env} and not {@code file}.
   */
  String scheme();

  /**
   * Why a name can never be fetched, as a full sentence for whoever gave it; empty if it may be.
   * Must not tell what is there.
   *
   * @param name what stands after the colon
   */
  default Optional<String> refusal(String name) {
    return Optional.empty();
  }

  /**
   * The password, which may be empty. It is given up on after the connect deadline.
   *
   * @param name what stands after the colon; not necessarily one that {@link #refusal} takes
   * @throws SecretUnavailable if it cannot be had
   */
  String resolve(String name) throws SecretUnavailable;
}
