package dev.precheck.app.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.precheck.app.config.OidcSettings;
import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.identity.Caller;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens of an OpenID Connect provider: signed by it, for this service, and not expired. */
@Singleton
final class OidcTokens {

  private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);

  /** Asymmetric ones only: with a shared secret, or none, anybody could sign. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int MILLIS = 5_000;
  private static final int MOST_BYTES = 256 * 1024;

  private final OidcSettings settings;
  private final @Nullable DefaultJWTProcessor<SecurityContext> processor;

  OidcTokens(OidcSettings settings) {
    this.settings = settings;
    this.processor = settings.provider().map(OidcTokens::processor).orElse(null);
  }

  private static DefaultJWTProcessor<SecurityContext> processor(OidcSettings.Provider provider) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    try {
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(
                  provider.jwksUri().toURL(),
                  new DefaultResourceRetriever(MILLIS, MILLIS, MOST_BYTES))
              .retrying(true)
              .build();
      processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(
          "precheck.oidc.jwks-uri is " + provider.jwksUri() + ", which is no URL.", e);
    }
    JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(provider.issuer()).build();
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(provider.audience(), exact, Set.of("exp", "sub")));
    return processor;
  }

  /** Whether there is a provider at all. */
  boolean areAccepted() {
    return processor != null;
  }

  /**
   * Who calls with a token.
   *
   * @throws dev.precheck.wire.error.ApiException UNAUTHENTICATED if it is not accepted
   */
  Caller admit(String token) {
    try {
      JWTClaimsSet claims = Objects.requireNonNull(processor).process(token, null);
      return new Caller(
          text(claims, settings.nameClaim()),
          text(claims, settings.tenantClaim()),
          role(claims),
          Optional.empty());
    } catch (BadJWTException e) {
      throw Credentials.refuse(
          "The token of the OpenID Connect provider is refused: " + e.getMessage() + ".");
    } catch (ParseException | BadJOSEException e) {
      throw Credentials.refuse(
          "The token is none that the OpenID Connect provider has signed for this service.");
    } catch (JOSEException e) {
      LOG.warn("Tokens of the OpenID Connect provider cannot be checked: {}", e.getMessage());
      throw Credentials.refuse(
          "The token cannot be checked: the OpenID Connect provider's keys cannot be read at the"
              + " moment.");
    }
  }

  private static String text(JWTClaimsSet claims, String name) {
    if (claims.getClaim(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw Credentials.refuse("The token has no claim `" + name + "` with a text.");
  }

  /** The highest that it names. */
  private AccessRole role(JWTClaimsSet claims) {
    Object claim = claims.getClaim(settings.roleClaim());
    Collection<?> named =
        claim instanceof Collection<?> list ? list : List.of(String.valueOf(claim));
    return Arrays.stream(AccessRole.values())
        .filter(role -> named.contains(role.name().toLowerCase(Locale.ROOT)))
        .reduce((lower, higher) -> higher)
        .orElseThrow(
            () ->
                Credentials.refuse(
                    "The token's claim `"
                        + settings.roleClaim()
                        + "` names none of the roles viewer, operator and admin."));
  }
}
