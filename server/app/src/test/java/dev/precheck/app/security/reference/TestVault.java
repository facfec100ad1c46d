package dev.precheck.app.security.reference;

import dev.precheck.spi.SecretResolver;
import dev.precheck.spi.SecretUnavailable;
import java.util.Optional;

/** A vault as somebody might put it on the class path. */
public final class TestVault implements SecretResolver {

  @Override
  public String scheme() {
    return "testvault";
  }

  @Override
  public Optional<String> refusal(String name) {
    return name.startsWith("db/") ? Optional.empty() : Optional.of("Only db/ is open.");
  }

  @Override
  public String resolve(String name) throws SecretUnavailable {
    return switch (name) {
      case "db/shop" -> "from-the-vault";
      case "db/broken" -> throw new IllegalStateException("canary-4711");
      default -> throw new SecretUnavailable("The vault has no " + name + ". Write it there.");
    };
  }
}
