package dev.precheck.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends one request again and again over many kept-alive connections. Deliberately plain: a client
 * library would take more of the two cores than the server that is measured.
 */
final class HttpLoad {

  private static final int CONNECTIONS = 32;

  private final int port;
  private final byte[] request;

  HttpLoad(int port, String method, String target, String body) {
    this.port = port;
    this.request =
        (method
                + " "
                + target
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** Requests a second, all answered with status 200. */
  double perSecond(Duration warmUp, Duration measured) throws InterruptedException, IOException {
    requests(warmUp);
    return requests(measured) / (measured.toMillis() / 1000.0);
  }

  private long requests(Duration duration) throws InterruptedException, IOException {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long end = System.nanoTime() + duration.toNanos();
      List<Future<Long>> counts = new ArrayList<>();
      for (int number = 0; number < CONNECTIONS; number++) {
        counts.add(threads.submit(() -> connection(end)));
      }
      long sum = 0;
      for (Future<Long> count : counts) {
        sum += count.get();
      }
      return sum;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private long connection(long end) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
      long count = 0;
      while (System.nanoTime() < end) {
        socket.getOutputStream().write(request);
        skipAnswer(in);
        count++;
      }
      return count;
    }
  }

  private static void skipAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("answered " + status);
    }
    int length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).trim());
      }
    }
    if (length < 0) {
      throw new IOException("the answer has no Content-Length");
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed the connection");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }
}
