package dev.precheck.app.store;

import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.Role;
import java.util.Optional;

/**
 * What to change of a data source. Empty leaves a member as it is; the empty text takes it away
 * where it may be missing.
 */
public record DataSourceChange(
    Optional<String> name,
    Optional<String> host,
    Optional<Integer> port,
    Optional<String> databaseName,
    Optional<String> userName,
    Optional<Secret> password,
    Optional<String> passwordReference,
    Optional<TlsMode> tlsMode,
    Optional<String> caCertificate,
    Optional<ClientCertificate> clientCertificate,
    Optional<Role> role,
    Optional<String> partnerId,
    Optional<String> description) {

  /** Whether there is a password from now on that is to be stored. */
  private boolean storesOne() {
    return password.filter(secret -> !secret.reveal().isEmpty()).isPresent();
  }

  /** Whether the password is kept elsewhere from now on. */
  boolean refers() {
    return passwordReference.filter(text -> !text.isEmpty()).isPresent();
  }

  private Optional<String> reference(Access before) {
    return storesOne() ? Optional.empty() : changed(passwordReference, before.passwordReference());
  }

  /** The access after the change, with these sealed secrets. */
  Access applied(
      Access before, Optional<String> sealedPassword, StoredClientCertificate certificate) {
    return new Access(
        before.engine(),
        host.orElse(before.host()),
        port.orElse(before.port()),
        changed(databaseName, before.databaseName()),
        userName.orElse(before.userName()),
        sealedPassword,
        reference(before),
        tlsMode.orElse(before.tlsMode()),
        changed(caCertificate, before.caCertificate()),
        certificate);
  }

  /** The member after the change; empty if it was taken away. */
  static Optional<String> changed(Optional<String> change, Optional<String> before) {
    return change.isEmpty() ? before : change.filter(text -> !text.isEmpty());
  }
}
