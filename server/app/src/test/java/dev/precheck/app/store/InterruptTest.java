package dev.precheck.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs are cancelled by interrupting their threads, also while one is writing to the store. */
class InterruptTest {

  private static final int WRITERS = 20;
  private static final int ROWS = 50;

  @Test
  void anInterruptedWriteHarmsNobody(@TempDir Path directory) throws InterruptedException {
    Map<String, Object> settings = Map.of("precheck.data-dir", directory.resolve("data"));
    AtomicInteger written = new AtomicInteger();
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      Jdbi jdbi = context.getBean(Jdbi.class);
      for (int writer = 0; writer < WRITERS; writer++) {
        write(jdbi, "w" + writer, written);
      }
    }
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      int rows =
          context
              .getBean(Jdbi.class)
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select count(*) from setting where name like 'w%'")
                          .mapTo(Integer.class)
                          .one());
      assertThat(rows).isEqualTo(written.get()).isEqualTo(WRITERS * ROWS);
    }
  }

  /** Interrupts the writer once it has begun; it has more rows before it. */
  private static void write(Jdbi jdbi, String name, AtomicInteger written)
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread writer = new Thread(() -> rows(jdbi, name, written, begun));
    writer.start();
    begun.await();
    writer.interrupt();
    writer.join();
  }

  private static void rows(Jdbi jdbi, String name, AtomicInteger written, CountDownLatch begun) {
    try (Handle handle = jdbi.open()) {
      for (int row = 0; row < ROWS; row++) {
        handle.execute(
            "insert into setting (name, content) values (?, ?)",
            name + "-" + row,
            "x".repeat(5_000));
        written.incrementAndGet();
        begun.countDown();
      }
    } finally {
      begun.countDown();
    }
  }
}
