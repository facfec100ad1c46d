package dev.precheck.app.run;

import dev.precheck.dialects.H2Dialect;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.network.Route;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Facet;
import dev.precheck.spi.QualifiedName;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Holds every connection back until a test lets it go, so that prechecks can be watched on their
 * way. In effect where the setting {@code test.gate} is.
 */
public final class Gate implements Dialect {

  private static volatile CountDownLatch latch = new CountDownLatch(0);

  private final H2Dialect behind = new H2Dialect();

  /** From now on connections wait. */
  public static void close() {
    latch = new CountDownLatch(1);
  }

  /** Lets go what waits, and whatever comes. */
  public static void open() {
    latch.countDown();
  }

  @Factory
  @Requires(property = "test.gate")
  static final class Beans {
    @Singleton
    @Replaces(value = Dialects.class, factory = Engine.class)
    Dialects dialects() {
      return Dialects.of(List.of(new Gate()));
    }
  }

  @Override
  public Connection connect(ConnectionSpec spec, Route route, Deadlines deadlines)
      throws SQLException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted at the gate", e);
    }
    return behind.connect(spec, route, deadlines);
  }

  @Override
  public boolean isEmbedded() {
    return behind.isEmbedded();
  }

  @Override
  public DatabaseEngine engine() {
    return behind.engine();
  }

  @Override
  public Failure explain(SQLException failure) {
    return behind.explain(failure);
  }

  @Override
  public Optional<String> sql(Facet<?> facet) {
    return behind.sql(facet);
  }

  @Override
  public String hasRow(String label, QualifiedName table) {
    return behind.hasRow(label, table);
  }

  @Override
  public boolean isAccessDenied(SQLException failure) {
    return behind.isAccessDenied(failure);
  }

  @Override
  public boolean isTimeout(SQLException failure) {
    return behind.isTimeout(failure);
  }
}
