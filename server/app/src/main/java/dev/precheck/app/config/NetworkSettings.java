package dev.precheck.app.config;

import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.engine.network.NetworkRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Where the service may connect to on behalf of its callers; see {@link NetworkRules} for how each
 * is written. Lists are separated by commas.
 *
 * @param allow hosts and addresses; all if it is not set
 * @param deny hosts and addresses; goes before allow
 * @param allowPorts all if it is not set
 * @param denyPorts goes before allowPorts
 * @param loopback whether this machine's own addresses are allowed: what listens there often asks
 *     nobody who he is
 * @param privateRanges whether private networks are allowed; that is where databases are
 */
@ConfigurationProperties("precheck.network")
public record NetworkSettings(
    @Nullable List<String> allow,
    @Nullable List<String> deny,
    @Nullable List<String> allowPorts,
    @Nullable List<String> denyPorts,
    @Bindable(defaultValue = "false") boolean loopback,
    @Bindable(defaultValue = "true") boolean privateRanges) {

  public NetworkSettings {
    // A start with rules that nobody understands would be one without them.
    policy(allow, deny, allowPorts, denyPorts, loopback, privateRanges);
  }

  public NetworkPolicy policy() {
    return policy(allow, deny, allowPorts, denyPorts, loopback, privateRanges);
  }

  private static NetworkPolicy policy(
      @Nullable List<String> allow,
      @Nullable List<String> deny,
      @Nullable List<String> allowPorts,
      @Nullable List<String> denyPorts,
      boolean loopback,
      boolean privateRanges) {
    return NetworkPolicy.of(
        new NetworkRules(
            orNone(allow),
            orNone(deny),
            orNone(allowPorts),
            orNone(denyPorts),
            loopback,
            privateRanges));
  }

  private static List<String> orNone(@Nullable List<String> set) {
    return set == null ? List.of() : set;
  }
}
