package dev.precheck.app.access;

import dev.precheck.app.config.Settings;
import dev.precheck.app.identity.Caller;
import dev.precheck.app.identity.TokenText;
import dev.precheck.app.store.access.ApiTokens;
import dev.precheck.wire.error.ApiException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** From a request to who has sent it. */
@Singleton
final class Logins {

  private final Settings settings;
  private final ApiTokens tokens;
  private final OidcTokens oidc;
  private final LoginPace pace;

  Logins(Settings settings, ApiTokens tokens, OidcTokens oidc, LoginPace pace) {
    this.settings = settings;
    this.tokens = tokens;
    this.oidc = oidc;
    this.pace = pace;
  }

  /**
   * The caller.
   *
   * @throws ApiException UNAUTHENTICATED if the request has no credentials that are accepted,
   *     RATE_LIMITED if too many have failed before
   */
  Caller caller(HttpRequest<?> request) {
    if (!settings.asksWhoCalls()) {
      return Caller.ANYBODY;
    }
    String token = Credentials.token(request);
    Optional<TokenText> ours = TokenText.parse(token);
    // The signatures of a provider cannot be tried out, and its people may share an address.
    return ours.isPresent() ? admit(ours.get(), Addresses.of(request)) : other(token);
  }

  private Caller admit(TokenText token, String address) {
    pace.refuseIfTooMany(address, token.id());
    try {
      return tokens.admit(token).caller();
    } catch (ApiException e) {
      pace.failed(address, token.id());
      throw e;
    }
  }

  private Caller other(String token) {
    if (!oidc.areAccepted()) {
      throw Credentials.refuse("What the header Authorization holds is no API token (`pck_…`).");
    }
    return oidc.admit(token);
  }
}
