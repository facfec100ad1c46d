package dev.precheck.engine.network;

import java.util.List;

/**
 * What an operator sets, as it is written. Hosts are names ({@code db1.example.com}), all names
 * below one ({@code *.db.example.com}), addresses or ranges in CIDR notation; ports are {@code
 * 3306} or {@code 5432-5440}.
 *
 * @param allow hosts; empty for all
 * @param deny hosts; goes before allow
 * @param allowPorts empty for all
 * @param denyPorts goes before allowPorts
 * @param loopback whether this machine's own addresses are allowed
 * @param privateRanges whether addresses of private networks are allowed
 */
public record NetworkRules(
    List<String> allow,
    List<String> deny,
    List<String> allowPorts,
    List<String> denyPorts,
    boolean loopback,
    boolean privateRanges) {

  public static final String ALLOW = "PRECHECK_NETWORK_ALLOW";
  public static final String DENY = "PRECHECK_NETWORK_DENY";
  public static final String ALLOW_PORTS = "PRECHECK_NETWORK_ALLOW_PORTS";
  public static final String DENY_PORTS = "PRECHECK_NETWORK_DENY_PORTS";
  public static final String LOOPBACK = "PRECHECK_NETWORK_LOOPBACK";
  public static final String PRIVATE_RANGES = "PRECHECK_NETWORK_PRIVATE_RANGES";

  public NetworkRules {
    allow = List.copyOf(allow);
    deny = List.copyOf(deny);
    allowPorts = List.copyOf(allowPorts);
    denyPorts = List.copyOf(denyPorts);
  }

  /** Everything that can have a database, this machine too. */
  public static NetworkRules open() {
    return new NetworkRules(List.of(), List.of(), List.of(), List.of(), true, true);
  }
}
