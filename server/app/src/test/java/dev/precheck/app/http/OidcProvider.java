package dev.precheck.app.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An OpenID Connect provider, as far as whoever checks its tokens sees it: its public keys. */
final class OidcProvider implements AutoCloseable {

  static final String ISSUER = "https://login.example.com/";
  static final String AUDIENCE = "precheck";

  private final HttpServer server;
  private final RSAKey key;

  OidcProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("first").generate();
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/keys",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  Map<String, Object> settings() {
    return Map.of(
        "precheck.oidc.issuer",
        ISSUER,
        "precheck.oidc.audience",
        AUDIENCE,
        "precheck.oidc.jwks-uri",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
  }

  /** A token as the provider signs it. */
  String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, key);
  }

  static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  /** Without a signature, which the standard allows. */
  static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  /** The old trick: the public key taken for a shared secret. */
  String signedWithThePublicKey(JWTClaimsSet claims) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new MACSigner(key.toPublicKey().getEncoded()));
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
