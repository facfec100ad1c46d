package dev.precheck.engine.network;

import inet.ipaddr.IPAddress;

/** Something that an operator allows or denies. */
sealed interface Rule permits AddressRange, HostName {

  /** As the operator has written it. */
  String text();

  /** Whether it is about this host or the address that it was found at. */
  boolean covers(String host, IPAddress address);

  /**
   * Reads a host name, {@code *.domain}, an address or a range in CIDR notation.
   *
   * @throws IllegalArgumentException if it is none of them; the message is a full sentence
   */
  static Rule parse(String text) {
    return AddressRange.isMeantBy(text) ? AddressRange.parse(text) : HostName.parse(text);
  }
}
