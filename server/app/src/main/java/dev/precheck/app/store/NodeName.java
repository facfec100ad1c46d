package dev.precheck.app.store;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this process is called among the nodes of a store; another one after each start. */
@Singleton
final class NodeName {

  /** db-scheduler cuts longer ones. */
  private static final int MAX_LENGTH = 50;

  private final String value;

  NodeName() {
    String suffix = "-" + ProcessHandle.current().pid() + "-" + Ids.random(6);
    String host = host();
    value = host.substring(0, Math.min(host.length(), MAX_LENGTH - suffix.length())) + suffix;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }

  String value() {
    return value;
  }
}
