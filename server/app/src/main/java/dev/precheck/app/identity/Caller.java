package dev.precheck.app.identity;

import java.util.Optional;

/**
 * Who calls.
 *
 * @param name of the API token, or of the person as an OpenID Connect provider tells it
 * @param tenant whose data can be seen
 * @param role what may be done
 * @param tokenId of the API token; empty if it was none
 */
public record Caller(String name, String tenant, AccessRole role, Optional<String> tokenId) {

  /** The tenant of whoever has not thought about tenants. */
  public static final String DEFAULT_TENANT = "default";

  /** Whoever reaches a service that asks nobody. */
  public static final Caller ANYBODY =
      new Caller("anybody", DEFAULT_TENANT, AccessRole.ADMIN, Optional.empty());
}
