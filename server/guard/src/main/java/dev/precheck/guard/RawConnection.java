package dev.precheck.guard;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Speaks HTTP by hand: what a polite client cannot be made to send. */
public final class RawConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** To a port of this machine. */
  public RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** An answer: the status line with the headers, and the body. */
  public record Answer(String head, String body) {

    public int status() {
      return Integer.parseInt(head.substring(9, 12));
    }
  }

  /** A POST of JSON, with more headers if wanted, each with its line end. */
  public static String post(String target, String moreHeaders, String json) {
    return "POST "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
        + json.getBytes(StandardCharsets.UTF_8).length
        + "\r\n"
        + moreHeaders
        + "\r\n"
        + json;
  }

  /** The head of a POST with these headers. */
  public static String head(String target, String... headers) {
    return "POST "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** The next answer. */
  public Answer read() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("The connection ended within: " + head);
      }
      head.append((char) next);
    }
    return new Answer(
        head.toString(), new String(in.readNBytes(length(head)), StandardCharsets.UTF_8));
  }

  /** All that comes until the other side closes. */
  public String readToEnd() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int length(StringBuilder head) {
    return head.toString()
        .toLowerCase(Locale.ROOT)
        .lines()
        .filter(line -> line.startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
