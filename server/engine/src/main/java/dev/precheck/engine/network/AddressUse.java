package dev.precheck.engine.network;

import inet.ipaddr.IPAddress;
import java.util.Arrays;
import java.util.List;

/**
 * What an address is for. The first use that fits counts. Sources: the IANA special-purpose address
 * registries (RFC 6890), and the manuals of the clouds for where their metadata services are.
 */
enum AddressUse {
  UNSPECIFIED("an unspecified address", "0.0.0.0/8", "::/128"),
  METADATA(
      "a cloud's metadata service",
      // AWS, Azure, Google, Oracle and others; ECS; EKS; Alibaba; Azure's host; Oracle, older.
      "169.254.169.254",
      "169.254.170.2",
      "169.254.170.23",
      "100.100.100.200",
      "168.63.129.16",
      "192.0.0.192",
      // AWS; EKS; Google; Scaleway.
      "fd00:ec2::254",
      "fd00:ec2::23",
      "fd20:ce::254",
      "fd00:42::42"),
  LINK_LOCAL("a link-local address", "169.254.0.0/16", "fe80::/10"),
  MULTICAST("a multicast address", "224.0.0.0/4", "ff00::/8"),
  BROADCAST("a broadcast or reserved address", "240.0.0.0/4"),
  LOOPBACK("a loopback address", "127.0.0.0/8", "::1/128"),
  PRIVATE(
      "a private address",
      "10.0.0.0/8",
      "172.16.0.0/12",
      "192.168.0.0/16",
      // Between a provider and its customers, and inside many clouds: RFC 6598.
      "100.64.0.0/10",
      "198.18.0.0/15",
      "fc00::/7",
      "fec0::/10"),
  PUBLIC("a public address", "0.0.0.0/0", "::/0");

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Neither the list nor an address can be changed.
  private final List<IPAddress> ranges;

  AddressUse(String label, String... ranges) {
    this.label = label;
    this.ranges = Arrays.stream(ranges).map(AddressRange::parse).map(AddressRange::block).toList();
  }

  /** In words, with an article. */
  String label() {
    return label;
  }

  /** Whether no setting allows it: nobody has a database there. */
  boolean isNeverAllowed() {
    return this.compareTo(LOOPBACK) < 0;
  }

  static AddressUse of(IPAddress address) {
    return Arrays.stream(values())
        .filter(use -> use.ranges.stream().anyMatch(range -> range.contains(address)))
        .findFirst()
        .orElse(PUBLIC);
  }
}
