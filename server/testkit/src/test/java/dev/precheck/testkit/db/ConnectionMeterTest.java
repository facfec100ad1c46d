package dev.precheck.testkit.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class ConnectionMeterTest {

  @Test
  void whoeverClosesOneBeforeTheNextHasOnlyOne() throws IOException {
    try (ServerSocket echo = echo();
        ConnectionMeter meter = ConnectionMeter.to("127.0.0.1", echo.getLocalPort())) {
      for (int number = 0; number < 500; number++) {
        try (Socket client = new Socket(meter.host(), meter.port())) {
          say(client, number % 100);
        }
      }

      assertThat(meter.connections()).isEqualTo(500);
      assertThat(meter.mostOpen()).isOne();
    }
  }

  @Test
  void thoseThatAreOpenTogetherAreCounted() throws IOException {
    try (ServerSocket echo = echo();
        ConnectionMeter meter = ConnectionMeter.to("127.0.0.1", echo.getLocalPort())) {
      try (Socket first = new Socket(meter.host(), meter.port());
          Socket second = new Socket(meter.host(), meter.port());
          Socket third = new Socket(meter.host(), meter.port())) {
        say(first, 1);
        say(second, 2);
        say(third, 3);
      }
      try (Socket alone = new Socket(meter.host(), meter.port())) {
        say(alone, 4);
      }

      assertThat(meter.mostOpen()).isEqualTo(3);
    }
  }

  private static void say(Socket client, int word) throws IOException {
    client.getOutputStream().write(word);
    assertThat(client.getInputStream().read()).isEqualTo(word);
  }

  private static ServerSocket echo() throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    LatencyProxy.daemon(() -> accept(listener), "test-echo");
    return listener;
  }

  private static void accept(ServerSocket listener) {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        LatencyProxy.daemon(() -> echo(client), "test-echo");
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private static void echo(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // The test is over.
    }
  }
}
