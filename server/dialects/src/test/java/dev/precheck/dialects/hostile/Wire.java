package dev.precheck.dialects.hostile;

import dev.precheck.testkit.db.TestCertificates;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;

/** One client of a hostile server, byte by byte. */
final class Wire {

  private static final int MANY = 1 << 16;

  private Socket client;
  private DataInputStream in;
  private final ByteArrayOutputStream heard;
  private final AtomicLong sent;

  Wire(Socket client, ByteArrayOutputStream heard, AtomicLong sent) throws IOException {
    client.setTcpNoDelay(true);
    this.client = client;
    this.in = new DataInputStream(client.getInputStream());
    this.heard = heard;
    this.sent = sent;
  }

  /** Goes on within TLS, with a certificate that nobody has to trust. */
  void startTls() throws IOException {
    SSLSocket tls =
        (SSLSocket)
            TestCertificates.get()
                .server()
                .getSocketFactory()
                .createSocket(client, "client", client.getPort(), true);
    tls.setUseClientMode(false);
    tls.startHandshake();
    client = tls;
    in = new DataInputStream(tls.getInputStream());
  }

  byte[] read(int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    synchronized (heard) {
      heard.writeBytes(bytes);
    }
    return bytes;
  }

  void send(byte[] bytes) throws IOException {
    client.getOutputStream().write(bytes);
    sent.addAndGet(bytes.length);
  }

  /** Until the client has had enough. */
  void sendForEver(byte[] bytes) throws IOException {
    byte[] many = Arrays.copyOf(bytes, bytes.length * Math.max(1, MANY / bytes.length));
    for (int at = bytes.length; at < many.length; at += bytes.length) {
      System.arraycopy(bytes, 0, many, at, bytes.length);
    }
    while (true) {
      send(many);
    }
  }

  /** Byte by byte, for ever, and never so late that a client's read would time out. */
  void dripForEver(byte[] bytes) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try {
      for (int at = 0; !never.await(50, TimeUnit.MILLISECONDS); at = (at + 1) % bytes.length) {
        send(new byte[] {bytes[at]});
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Takes what the client says, and says nothing, until it goes. */
  void listen() throws IOException {
    while (true) {
      read(1);
    }
  }
}
