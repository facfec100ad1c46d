package dev.precheck.engine.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.ipv6.IPv6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses at which a connection to an address may end: a gateway on the way may take an IPv4
 * address out of an IPv6 address. Without zone, which says by which interface and not where to.
 */
final class Meanings {

  private static final IPAddress NAT64 = AddressRange.parse("64:ff9b::/96").block();
  private static final IPAddress NAT64_LOCAL = AddressRange.parse("64:ff9b:1::/48").block();
  private static final IPAddress COMPATIBLE = AddressRange.parse("::/96").block();
  private static final IPAddress TRANSLATED = AddressRange.parse("::ffff:0:0:0/96").block();
  private static final int LAST = 12;
  private static final int IN_6TO4 = 2;
  private static final int TEREDO_SERVER = 4;
  private static final int ISATAP_AT = 4;
  private static final int ISATAP = 0x5efe;
  private static final int UNIVERSAL = 0x200;

  private Meanings() {}

  /** The address itself first. */
  static List<IPAddress> of(InetAddress address) {
    IPAddress itself = new IPAddressGenerator().from(address.getAddress());
    List<IPAddress> meanings = new ArrayList<>();
    meanings.add(itself);
    if (itself.isIPv6()) {
      addEmbedded(itself.toIPv6(), meanings);
    }
    return meanings;
  }

  private static void addEmbedded(IPv6Address address, List<IPAddress> meanings) {
    boolean own = address.isLoopback() || address.isZero();
    if (address.isIPv4Mapped()
        || NAT64.contains(address)
        || NAT64_LOCAL.contains(address)
        || TRANSLATED.contains(address)
        || isIsatap(address)
        || (COMPATIBLE.contains(address) && !own)) {
      meanings.add(address.getEmbeddedIPv4Address(LAST));
    } else if (address.is6To4()) {
      meanings.add(address.getEmbeddedIPv4Address(IN_6TO4));
    } else if (address.isTeredo()) {
      meanings.add(address.getEmbeddedIPv4Address(TEREDO_SERVER));
      // The client's own is in there upside down: RFC 4380, 4.
      meanings.add(
          new IPAddressGenerator().from(inverted(address.getEmbeddedIPv4Address(LAST).getBytes())));
    }
  }

  /** In whatever network: RFC 5214, 6.1. */
  private static boolean isIsatap(IPv6Address address) {
    int upper = address.getSegment(ISATAP_AT).getSegmentValue();
    int lower = address.getSegment(ISATAP_AT + 1).getSegmentValue();
    return (upper == 0 || upper == UNIVERSAL) && lower == ISATAP;
  }

  private static byte[] inverted(byte[] bytes) {
    byte[] inverted = bytes.clone();
    for (int at = 0; at < inverted.length; at++) {
      inverted[at] = (byte) ~inverted[at];
    }
    return inverted;
  }
}
