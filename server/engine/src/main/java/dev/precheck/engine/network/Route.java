package dev.precheck.engine.network;

import java.net.InetAddress;
import java.util.List;

/**
 * Where exactly to dial: the addresses that a host name had when the {@link NetworkPolicy} judged
 * them. Whoever connects takes one of these and never asks a resolver again, which might answer
 * something else by then.
 */
public final class Route {

  private final List<InetAddress> addresses;
  private final int port;

  Route(List<InetAddress> addresses, int port) {
    this.addresses = List.copyOf(addresses);
    this.port = port;
  }

  /** To a database within this process, which nobody dials. */
  public static Route embedded() {
    return new Route(List.of(), 0);
  }

  /** In the resolver's order; empty only for what is embedded. */
  public List<InetAddress> addresses() {
    return addresses;
  }

  public int port() {
    return port;
  }

  @Override
  public String toString() {
    return addresses + " port " + port;
  }
}
