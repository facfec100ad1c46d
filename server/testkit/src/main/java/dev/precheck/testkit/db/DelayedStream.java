package dev.precheck.testkit.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** One direction of a proxied connection: one thread reads, the other writes what is due. */
final class DelayedStream {

  private final Socket from;
  private final Socket to;
  private final Duration delay;
  private final Valve valve;
  private final DelayQueue<Chunk> underWay = new DelayQueue<>();

  private DelayedStream(Socket from, Socket to, Duration delay, Valve valve) {
    this.from = from;
    this.to = to;
    this.delay = delay;
    this.valve = valve;
  }

  static void start(Socket from, Socket to, Duration delay, Valve valve) {
    DelayedStream stream = new DelayedStream(from, to, delay, valve);
    LatencyProxy.daemon(stream::read, "latency-proxy-read");
    LatencyProxy.daemon(stream::write, "latency-proxy-write");
  }

  /** What lets bytes through. */
  interface Valve {
    /** Waits until these may pass; none at all for the end of the stream. */
    void pass(byte[] bytes) throws IOException, InterruptedException;
  }

  private void read() {
    byte[] buffer = new byte[1 << 16];
    long number = 0;
    try {
      InputStream input = from.getInputStream();
      for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
        underWay.add(chunk(number++, Arrays.copyOf(buffer, length)));
      }
    } catch (IOException e) {
      // The connection was cut; what was read before still arrives.
    }
    underWay.add(chunk(number, new byte[0]));
  }

  private Chunk chunk(long number, byte[] bytes) {
    return new Chunk(System.nanoTime() + delay.toNanos(), number, bytes);
  }

  private void write() {
    try {
      OutputStream output = to.getOutputStream();
      for (Chunk next = underWay.take(); next.bytes.length > 0; next = underWay.take()) {
        valve.pass(next.bytes);
        output.write(next.bytes);
      }
      valve.pass(new byte[0]);
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }

  /** Bytes and when they arrive; none at all for the end of the stream. */
  private static final class Chunk implements Delayed {

    private static final Comparator<Chunk> ORDER =
        Comparator.<Chunk>comparingLong(chunk -> chunk.due)
            .thenComparingLong(chunk -> chunk.number);

    private final long due;
    private final long number;
    private final byte[] bytes;

    Chunk(long due, long number, byte[] bytes) {
      this.due = due;
      this.number = number;
      this.bytes = bytes;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return ORDER.compare(this, (Chunk) other);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(number);
    }
  }
}
