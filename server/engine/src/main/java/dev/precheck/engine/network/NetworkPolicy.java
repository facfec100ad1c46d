package dev.precheck.engine.network;

import inet.ipaddr.IPAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where this process may connect to. In this order: what is never allowed, what is denied, the
 * ports, what is allowed, loopback and private addresses. All addresses of a name have to pass.
 */
public final class NetworkPolicy {

  private static final String NEVER = " No setting allows that.";

  private final List<Rule> allow;
  private final List<Rule> deny;
  private final List<PortRange> allowPorts;
  private final List<PortRange> denyPorts;
  private final boolean loopback;
  private final boolean privateRanges;

  private NetworkPolicy(NetworkRules rules) {
    allow = read(NetworkRules.ALLOW, rules.allow(), Rule::parse);
    deny = read(NetworkRules.DENY, rules.deny(), Rule::parse);
    allowPorts = read(NetworkRules.ALLOW_PORTS, rules.allowPorts(), PortRange::parse);
    denyPorts = read(NetworkRules.DENY_PORTS, rules.denyPorts(), PortRange::parse);
    loopback = rules.loopback();
    privateRanges = rules.privateRanges();
  }

  /**
   * By these rules.
   *
   * @throws IllegalArgumentException if one of them cannot be read; the message names the setting,
   *     the value and what to write
   */
  public static NetworkPolicy of(NetworkRules rules) {
    return new NetworkPolicy(rules);
  }

  private static <T> List<T> read(String setting, List<String> texts, Function<String, T> parse) {
    try {
      return texts.stream().map(String::strip).filter(t -> !t.isEmpty()).map(parse).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** Whatever can have a database at all, also on this machine. */
  public static NetworkPolicy open() {
    return of(NetworkRules.open());
  }

  /**
   * The way to a host that was found at these addresses.
   *
   * @throws PolicyRefusal if the host, the port or one of the addresses is not allowed
   */
  public Route route(String host, int port, List<InetAddress> addresses) throws PolicyRefusal {
    requireUsualSpelling(host);
    requirePort(port);
    for (InetAddress address : addresses) {
      require(host, address);
    }
    return new Route(addresses, port);
  }

  /** A rule for 127.0.0.1 must not be got round by writing 127.1, 0177.0.0.1 or 2130706433. */
  private static void requireUsualSpelling(String host) throws PolicyRefusal {
    if (HostName.isNumeric(host) && !isDottedQuad(host)) {
      throw new PolicyRefusal(
          "\""
              + host
              + "\" is an unusual way to write an IPv4 address. Write it as four decimal"
              + " numbers without leading zeros, for example 192.0.2.10.");
    }
  }

  private static boolean isDottedQuad(String host) {
    return host.matches("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
  }

  private void requirePort(int port) throws PolicyRefusal {
    Optional<PortRange> denied =
        denyPorts.stream().filter(range -> range.contains(port)).findFirst();
    if (denied.isPresent()) {
      throw new PolicyRefusal(
          "Port "
              + port
              + " is denied by "
              + denied.get()
              + " in "
              + NetworkRules.DENY_PORTS
              + ".");
    }
    if (!allowPorts.isEmpty() && allowPorts.stream().noneMatch(range -> range.contains(port))) {
      throw new PolicyRefusal(
          "Port " + port + " is not among those of " + NetworkRules.ALLOW_PORTS + ".");
    }
  }

  private void require(String host, InetAddress found) throws PolicyRefusal {
    List<IPAddress> meanings = Meanings.of(found);
    for (IPAddress meaning : meanings) {
      AddressUse use = AddressUse.of(meaning);
      if (use.isNeverAllowed()) {
        throw refusal(host, found, "is " + use.label() + as(meaning, meanings) + "." + NEVER);
      }
      Optional<Rule> denied = deny.stream().filter(rule -> rule.covers(host, meaning)).findFirst();
      if (denied.isPresent()) {
        throw refusal(
            host, found, "is denied by " + denied.get().text() + " in " + NetworkRules.DENY + ".");
      }
    }
    requireAllowed(host, found, meanings);
  }

  private void requireAllowed(String host, InetAddress found, List<IPAddress> meanings)
      throws PolicyRefusal {
    IPAddress itself = meanings.get(0);
    if (!allow.isEmpty() && allow.stream().noneMatch(rule -> rule.covers(host, itself))) {
      throw refusal(
          host,
          found,
          "is not allowed: neither host nor address is in " + NetworkRules.ALLOW + ".");
    }
    for (IPAddress meaning : meanings) {
      AddressUse use = AddressUse.of(meaning);
      if (!allows(use) && !isAllowedByAddress(meaning)) {
        throw refusal(
            host,
            found,
            "is "
                + use.label()
                + as(meaning, meanings)
                + ". "
                + (use == AddressUse.LOOPBACK ? NetworkRules.LOOPBACK : NetworkRules.PRIVATE_RANGES)
                + "=true would allow those, or the address in "
                + NetworkRules.ALLOW
                + ".");
      }
    }
  }

  private boolean allows(AddressUse use) {
    return switch (use) {
      case LOOPBACK -> loopback;
      case PRIVATE -> privateRanges;
      case PUBLIC -> true;
      case UNSPECIFIED, METADATA, LINK_LOCAL, MULTICAST, BROADCAST -> false;
    };
  }

  /** Not by a name: what a name resolves to is decided by whoever keeps its zone. */
  private boolean isAllowedByAddress(IPAddress address) {
    return allow.stream()
        .anyMatch(rule -> rule instanceof AddressRange range && range.block().contains(address));
  }

  private static String as(IPAddress meaning, List<IPAddress> meanings) {
    return meaning.equals(meanings.get(0)) ? "" : " (it stands for " + meaning + ")";
  }

  private static PolicyRefusal refusal(String host, InetAddress found, String why) {
    String address = found.getHostAddress();
    String subject = host.equals(address) ? address : host + " is at " + address + ", which";
    return new PolicyRefusal(subject + " " + why);
  }
}
