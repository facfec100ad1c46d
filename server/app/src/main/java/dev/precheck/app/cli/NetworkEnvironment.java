package dev.precheck.app.cli;

import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.engine.network.NetworkRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where a command may connect to, by the variables that the service has, too. Who runs a command is
 * on this machine already, so its own addresses are allowed unless the environment says otherwise.
 */
record NetworkEnvironment(Map<String, String> environment) {

  /**
   * The policy.
   *
   * @throws IllegalArgumentException if a variable cannot be read; the message names it
   */
  NetworkPolicy policy() {
    return NetworkPolicy.of(
        new NetworkRules(
            list(NetworkRules.ALLOW),
            list(NetworkRules.DENY),
            list(NetworkRules.ALLOW_PORTS),
            list(NetworkRules.DENY_PORTS),
            isTrue(NetworkRules.LOOPBACK),
            isTrue(NetworkRules.PRIVATE_RANGES)));
  }

  private List<String> list(String name) {
    return Arrays.asList(environment.getOrDefault(name, "").split(","));
  }

  private boolean isTrue(String name) {
    String text = environment.getOrDefault(name, "");
    if (text.isBlank() || text.equalsIgnoreCase("true")) {
      return true;
    }
    if (text.equalsIgnoreCase("false")) {
      return false;
    }
    throw new IllegalArgumentException(
        name + " is \"" + text + "\"; it must be true or false. Unset, it is true.");
  }
}
