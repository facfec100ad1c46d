package dev.precheck.dialects;

import dev.precheck.engine.network.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Dials a route, one address after the other.
 *
 * @param addresses to dial, at least one
 * @param port 1–65535
 * @param patience for all addresses together
 */
record Dialer(List<InetAddress> addresses, int port, Duration patience) {

  private static final HexFormat HEX = HexFormat.of();

  static Dialer of(Route route, Duration patience) {
    return new Dialer(route.addresses(), route.port(), patience);
  }

  /** The same to cancel what runs, which nobody waits for as long. */
  Dialer cancelling() {
    return new Dialer(addresses, port, Times.cancel(patience));
  }

  /** Drivers take nothing but text along: port, milliseconds, addresses in hexadecimal. */
  String text() {
    return addresses.stream()
        .map(address -> HEX.formatHex(address.getAddress()))
        .collect(Collectors.joining(" ", port + " " + patience.toMillis() + " ", ""));
  }

  /** Reads what {@link #text} has written. */
  static Dialer parse(String text) {
    List<String> parts = Arrays.asList(text.split(" "));
    return new Dialer(
        parts.stream().skip(2).map(Dialer::address).toList(),
        Integer.parseInt(parts.get(0)),
        Duration.ofMillis(Long.parseLong(parts.get(1))));
  }

  private static InetAddress address(String hex) {
    try {
      return InetAddress.getByAddress(HEX.parseHex(hex));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(hex + " is no address", e);
    }
  }

  /**
   * Connects to the first address that takes it. What is left of the patience is for the login.
   *
   * @throws IOException of the last one, if none does; those of the others are in it
   */
  MeteredSocket dial() throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    List<IOException> failures = new ArrayList<>();
    for (int at = 0; at < addresses.size(); at++) {
      long left = (end - System.nanoTime()) / (addresses.size() - at);
      try {
        return dial(addresses.get(at), Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)), end);
      } catch (IOException e) {
        failures.add(e);
      }
    }
    IOException last = failures.remove(failures.size() - 1);
    failures.forEach(last::addSuppressed);
    throw last;
  }

  private MeteredSocket dial(InetAddress address, long millis, long end) throws IOException {
    MeteredSocket socket = new MeteredSocket(end);
    try {
      socket.connect(
          new InetSocketAddress(address, port), (int) Math.min(Integer.MAX_VALUE, millis));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
