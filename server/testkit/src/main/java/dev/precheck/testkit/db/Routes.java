package dev.precheck.testkit.db;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.engine.network.PolicyRefusal;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.DatabaseEngine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The way to a database, as the engine finds it before it has a dialect connect. */
public final class Routes {

  private Routes() {}

  /** To wherever the connection leads, this machine too. */
  public static Route to(ConnectionSpec spec) {
    return spec.endpoint().engine().equals(DatabaseEngine.H2)
        ? Route.embedded()
        : to(spec.endpoint().host(), spec.endpoint().port());
  }

  /** To a host that has an address. */
  public static Route to(String host, int port) {
    try {
      return NetworkPolicy.open().route(host, port, List.of(InetAddress.getAllByName(host)));
    } catch (UnknownHostException | PolicyRefusal e) {
      throw new IllegalArgumentException("There is no way to " + host + " port " + port, e);
    }
  }
}
