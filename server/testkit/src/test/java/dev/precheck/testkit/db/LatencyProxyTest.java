package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LatencyProxyTest {

  @Test
  void everyRoundTripTakesAtLeastTheDelay() throws IOException {
    try (ServerSocket echo = echo();
        LatencyProxy proxy =
            LatencyProxy.to("127.0.0.1", echo.getLocalPort(), Duration.ofMillis(40));
        Socket client = new Socket(proxy.host(), proxy.port())) {
      long start = System.nanoTime();

      for (int i = 0; i < 5; i++) {
        client.getOutputStream().write('a' + i);
        assertThat(client.getInputStream().read()).isEqualTo('a' + i);
      }

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(200));
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheOrderAndPassesOnTheEnd() throws IOException {
    String text = "0123456789".repeat(100_000);
    try (ServerSocket echo = echo();
        LatencyProxy proxy =
            LatencyProxy.to("127.0.0.1", echo.getLocalPort(), Duration.ofMillis(10));
        Socket client = new Socket(proxy.host(), proxy.port())) {
      LatencyProxy.daemon(() -> send(client, text), "test-sender");

      byte[] received = client.getInputStream().readAllBytes();

      assertThat(new String(received, StandardCharsets.US_ASCII)).isEqualTo(text);
    }
  }

  @Test
  void aSilentPortAcceptsAndSaysNothing() throws IOException {
    try (BlackHole hole = BlackHole.silent();
        Socket client = new Socket(hole.host(), hole.port())) {
      client.setSoTimeout(100);

      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void anUnreachablePortDoesNotEvenAccept() throws IOException {
    try (BlackHole hole = BlackHole.unreachable();
        Socket client = new Socket()) {
      InetSocketAddress address = new InetSocketAddress(hole.host(), hole.port());

      assertThatThrownBy(() -> client.connect(address, 300))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static void send(Socket client, String text) {
    try {
      client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      client.shutdownOutput();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerSocket echo() throws IOException {
    ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    LatencyProxy.daemon(
        () -> {
          try (Socket client = listener.accept()) {
            client.getInputStream().transferTo(client.getOutputStream());
          } catch (IOException e) {
            // The test is over.
          }
        },
        "test-echo");
    return listener;
  }
}
