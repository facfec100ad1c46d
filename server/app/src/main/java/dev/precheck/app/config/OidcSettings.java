package dev.precheck.app.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.Optional;

/**
 * An OpenID Connect provider whose tokens are accepted beside API tokens (OpenID Connect Core 1.0;
 * RFC 9068).
 *
 * @param issuer what the claim {@code iss} must be; null if there is no provider
 * @param audience what the claim {@code aud} must contain
 * @param jwksUri where the provider's public keys are, as its discovery document says
 * @param nameClaim who it is, for the audit log
 * @param tenantClaim the tenant; a token without it is refused
 * @param roleClaim {@code viewer}, {@code operator} or {@code admin}, or a list with one of them; a
 *     token without any is refused
 */
@ConfigurationProperties("precheck.oidc")
public record OidcSettings(
    @Nullable String issuer,
    @Nullable String audience,
    @Nullable URI jwksUri,
    @Bindable(defaultValue = "sub") String nameClaim,
    @Bindable(defaultValue = "tenant") String tenantClaim,
    @Bindable(defaultValue = "roles") String roleClaim) {

  public OidcSettings {
    boolean any = issuer != null || audience != null || jwksUri != null;
    if (any && (issuer == null || audience == null || jwksUri == null)) {
      throw new IllegalArgumentException(
          "precheck.oidc needs issuer, audience and jwks-uri, all three: without one of them a token"
              + " could not be told from one for somebody else.");
    }
  }

  /** What a token is checked with. */
  public record Provider(String issuer, String audience, URI jwksUri) {}

  /** The provider; empty if none is set up. */
  public Optional<Provider> provider() {
    return issuer == null || audience == null || jwksUri == null
        ? Optional.empty()
        : Optional.of(new Provider(issuer, audience, jwksUri));
  }
}
