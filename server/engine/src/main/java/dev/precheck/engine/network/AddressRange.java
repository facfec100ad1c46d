package dev.precheck.engine.network;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;

/**
 * An address, or a range of them in CIDR notation.
 *
 * @param text as it was written
 */
record AddressRange(String text, IPAddress block) implements Rule {

  /** One spelling an address: 127.1, 0x7f000001 and * are none here. */
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .allowWildcardedSeparator(false)
          .allow_inet_aton(false)
          .toParams();

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is none; the message is a full sentence
   */
  static AddressRange parse(String text) {
    IPAddress address;
    try {
      address = new IPAddressString(text, STRICT).toAddress();
    } catch (AddressStringException | IncompatibleAddressException e) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no range of addresses; write 10.20.0.0/16, fd12:3456::/32 or one"
              + " address.",
          e);
    }
    boolean range = text.indexOf('/') >= 0;
    if (range && !address.toPrefixBlock().equals(address)) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is an address within a range; the range itself is "
              + address.toPrefixBlock()
              + ".");
    }
    return new AddressRange(text, address);
  }

  /** Whether the text is about addresses at all, rather than a host's name. */
  static boolean isMeantBy(String text) {
    return text.indexOf('/') >= 0 || text.indexOf(':') >= 0 || HostName.isNumeric(text);
  }

  @Override
  public boolean covers(String host, IPAddress address) {
    return block.contains(address);
  }
}
