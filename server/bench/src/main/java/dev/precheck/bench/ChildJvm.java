package dev.precheck.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A server in a process of its own, on a free port; most are JVMs. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final int port;

  private ChildJvm(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** A main class on this class path, less the jars of the service. */
  static ChildJvm main(Class<?> main, Path log) throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("precheck-app") && !entry.contains("server/app"))
            .collect(Collectors.joining(File.pathSeparator));
    return start(log, port -> List.of("-cp", classPath, main.getName()));
  }

  /** {@code java -jar … serve}. */
  static ChildJvm serve(Path jar, Path log) throws IOException, InterruptedException {
    return start(log, port -> List.of("-jar", jar.toString(), "serve", "--port", "" + port));
  }

  /**
   * {@code serve} as a node that takes as many prechecks as come.
   *
   * @param data the node's directory; nodes of one store share it
   * @param environment settings beside
   */
  static ChildJvm node(Path jar, Path data, Map<String, String> environment)
      throws IOException, InterruptedException {
    String classPath =
        String.join(
            File.pathSeparator, jar.toString(), jar.resolveSibling("lib") + File.separator + "*");
    Map<String, String> settings = new HashMap<>(environment);
    settings.put("PRECHECK_DATA_DIR", data.resolve("data").toString());
    settings.put("PRECHECK_NETWORK_LOOPBACK", "true");
    settings.put("PRECHECK_AUTH", "off");
    settings.put("PRECHECK_RUNS_QUEUE", "100000");
    settings.put("PRECHECK_RUNS_PER_ENDPOINT", "100");
    return start(
        Files.createTempFile(data, "node", ".log"),
        settings,
        port -> List.of("-cp", classPath, "dev.precheck.app.Main", "serve", "--port", "" + port));
  }

  /** The command line of a server that is to listen on a port. */
  interface Command {
    List<String> on(int port);
  }

  /** Any program. */
  static ChildJvm run(Command command, Path log) throws IOException, InterruptedException {
    int port = freePort();
    return await(command.on(port), port, log, Map.of());
  }

  /** The arguments of a JVM that is to listen on a port. */
  private interface Arguments {
    List<String> on(int port);
  }

  private static ChildJvm start(Path log, Arguments arguments)
      throws IOException, InterruptedException {
    return start(
        log,
        Map.of("PRECHECK_DATA_DIR", log.resolveSibling("data").toString(), "PRECHECK_AUTH", "off"),
        arguments);
  }

  private static ChildJvm start(Path log, Map<String, String> environment, Arguments arguments)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.add("-Dmicronaut.server.port=" + port);
    command.addAll(arguments.on(port));
    return await(command, port, log, environment);
  }

  private static ChildJvm await(
      List<String> command, int port, Path log, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    ChildJvm child = new ChildJvm(builder.start(), port);
    child.await(log);
    return child;
  }

  private void await(Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        process.waitFor(10, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("The server did not start; see " + log);
  }

  int port() {
    return port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
