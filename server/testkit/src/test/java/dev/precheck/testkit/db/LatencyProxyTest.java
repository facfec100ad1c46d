package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  void whatAFrozenOneHoldsBackArrivesLate() throws IOException {
    try (ServerSocket echo = echo();
        LatencyProxy proxy = LatencyProxy.to("127.0.0.1", echo.getLocalPort(), Duration.ZERO);
        Socket client = new Socket(proxy.host(), proxy.port())) {
      proxy.freeze();
      client.getOutputStream().write('a');
      assertHearsNothing(client);

      proxy.mend();

      assertThat(client.getInputStream().read()).isEqualTo('a');
    }
  }

  @ParameterizedTest
  @EnumSource
  void itFailsAtAChosenQuestion(Fault fault) throws IOException {
    BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
    try (ServerSocket echo = echo(heard);
        LatencyProxy proxy = LatencyProxy.to("127.0.0.1", echo.getLocalPort(), Duration.ZERO);
        Socket client = new Socket(proxy.host(), proxy.port())) {
      proxy.when("n", fault);
      client.getOutputStream().write('a');
      assertThat(client.getInputStream().read()).isEqualTo('a');

      client.getOutputStream().write('n');

      if (fault == Fault.CUT) {
        assertThat(client.getInputStream().read()).isEqualTo(-1);
      } else {
        assertHearsNothing(client);
      }
      assertThat(heard.contains((int) 'n')).isEqualTo(fault == Fault.ANSWER_LOST);
    }
  }

  @Test
  void aClientBehindAFrozenOneDoesNotHearThatTheServerHasLetGo() throws IOException {
    try (ServerSocket echo = echo();
        LatencyProxy proxy = LatencyProxy.to("127.0.0.1", echo.getLocalPort(), Duration.ZERO);
        Socket client = new Socket(proxy.host(), proxy.port())) {
      client.getOutputStream().write('a');
      assertThat(client.getInputStream().read()).isEqualTo('a');
      proxy.freeze();

      proxy.expire();

      assertHearsNothing(client);
      proxy.mend();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  private static void assertHearsNothing(Socket client) throws IOException {
    client.setSoTimeout(200);
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    client.setSoTimeout(0);
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
    return echo(new LinkedBlockingQueue<>());
  }

  private static ServerSocket echo(BlockingQueue<Integer> heard) throws IOException {
    ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    LatencyProxy.daemon(
        () -> {
          try (Socket client = listener.accept()) {
            InputStream input = client.getInputStream();
            byte[] buffer = new byte[1 << 16];
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
              heard.add((int) buffer[length - 1]);
              client.getOutputStream().write(buffer, 0, length);
            }
          } catch (IOException e) {
            // The test is over.
          }
        },
        "test-echo");
    return listener;
  }
}
