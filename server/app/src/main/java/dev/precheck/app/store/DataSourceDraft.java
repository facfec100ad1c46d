package dev.precheck.app.store;

import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.Secret;
import dev.precheck.spi.Role;
import java.util.Map;
import java.util.Optional;

/**
 * A data source to be created.
 *
 * @param tenant whose it will be
 * @param access how it is reached, still without a password
 * @param password in the clear; it is sealed before it is stored
 * @param clientCertificate likewise with its key
 */
public record DataSourceDraft(
    String tenant,
    String name,
    Access access,
    Optional<Secret> password,
    Optional<ClientCertificate> clientCertificate,
    Role role,
    Optional<String> partnerId,
    Optional<String> description,
    Map<String, String> attributes) {}
