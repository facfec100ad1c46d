package dev.precheck.engine.tls;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key as text: PKCS #8 in PEM form, not encrypted. Source: RFC 7468, section 10. */
final class PrivateKeyText {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private static final int CHALLENGE = 32;

  private PrivateKeyText() {}

  /**
   * Reads the key that belongs to a public one.
   *
   * @throws UnusableKey if the text is no such key, or that of another certificate
   */
  static PrivateKey of(String pem, PublicKey publicKey) throws UnusableKey {
    Matcher block = BLOCK.matcher(pem);
    if (!block.find()) {
      throw new UnusableKey(whatItIs(pem));
    }
    PrivateKey key = read(block.group(1), publicKey.getAlgorithm());
    if (!belong(key, publicKey)) {
      throw new UnusableKey("is not the key of this certificate");
    }
    return key;
  }

  private static String whatItIs(String pem) {
    if (pem.contains("ENCRYPTED")) {
      return "is encrypted; send it without its passphrase: openssl pkey -in client-key.pem";
    } else if (pem.contains("-----BEGIN RSA PRIVATE KEY-----")
        || pem.contains("-----BEGIN EC PRIVATE KEY-----")) {
      return "is in an old form; this one is read: openssl pkcs8 -topk8 -nocrypt -in client-key.pem";
    }
    return "is no private key: there is no line -----BEGIN PRIVATE KEY-----";
  }

  private static PrivateKey read(String base64, String algorithm) throws UnusableKey {
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      // Not the cause: its words may quote what it has read.
      throw new UnusableKey("cannot be read as a private key for " + algorithm);
    }
  }

  /** Whether the one verifies what the other signs. */
  private static boolean belong(PrivateKey key, PublicKey publicKey) throws UnusableKey {
    byte[] challenge = new byte[CHALLENGE];
    new SecureRandom().nextBytes(challenge);
    try {
      Signature signature = Signature.getInstance(algorithm(publicKey.getAlgorithm()));
      signature.initSign(key);
      signature.update(challenge);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(challenge);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      // An elliptic key of another curve is refused before it is compared.
      return false;
    }
  }

  private static String algorithm(String key) throws UnusableKey {
    return switch (key) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      case "EdDSA" -> "EdDSA";
      default -> throw new UnusableKey("is of the kind " + key + "; use RSA, EC or Ed25519");
    };
  }
}
