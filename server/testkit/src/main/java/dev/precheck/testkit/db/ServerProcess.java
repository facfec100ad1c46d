package dev.precheck.testkit.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server of this JVM, with data of its own. A shell stands between the two: it ends the server
 * when its standard input closes, so that not even a killed JVM leaves one behind.
 */
final class ServerProcess {

  private static final String GUARD =
      """
      exec 3<&0 </dev/null
      "$@" 3<&- &
      server=$!
      { read -r _ <&3; kill -"$0" $server; } &
      guard=$!
      wait $server
      code=$?
      kill $guard 2>/dev/null
      exit $code
      """;

  private static final int LOG_TAIL = 4000;

  private final Path directory;
  private final Process process;
  private final int port;

  private ServerProcess(Path directory, Process process, int port) {
    this.directory = directory;
    this.process = process;
    this.port = port;
  }

  static ServerProcess start(
      Installation installation, ServerSoftware software, String name, ServerVariant variant)
      throws IOException {
    Path directory = Workspace.newRunDirectory(name);
    Path data = directory.resolve("data");
    Workspace.copy(installation.template(), data);
    if (variant.signal().isPresent()) {
      Files.createFile(data.resolve(variant.signal().get()));
    }
    int port = freePort();
    List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, software.stopSignal()));
    command.addAll(software.start(installation.home(), data, port));
    command.addAll(variant.options());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(directory).toFile());
    builder.environment().putAll(variant.environment());
    Process process = builder.start();
    ServerProcess server = new ServerProcess(directory, process, port);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-" + name));
    return server;
  }

  int port() {
    return port;
  }

  /** Waits that long, less if the server ends. */
  void pause(long millis) throws IOException {
    try {
      if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
        throw new IOException("the server ended with " + process.exitValue() + ": " + logTail());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  Path log() {
    return log(directory);
  }

  String logTail() throws IOException {
    String log = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8);
    return log.substring(Math.max(0, log.length() - LOG_TAIL));
  }

  private void stop() {
    try {
      process.getOutputStream().close();
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      // The guard has ended already, and the server before it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    Workspace.delete(directory);
  }

  private static Path log(Path directory) {
    return directory.resolve("server.log");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
