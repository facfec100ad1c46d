package dev.precheck.stub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP by hand, to see how a connection ends. */
final class RawConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;

  RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
  }

  void call(String action, String prefer, String json) throws IOException {
    String request =
        "POST /api/v2/"
            + action
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nPrefer: "
            + prefer
            + "\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** All that comes until the other side closes. */
  String readToEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
