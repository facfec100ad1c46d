package dev.precheck.app.run;

import dev.precheck.app.store.DataSourceEntry;
import dev.precheck.app.store.DataSources;
import dev.precheck.app.store.ServerFacts;
import dev.precheck.engine.ConnectionReport;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Precheck;
import dev.precheck.spi.Role;
import dev.precheck.spi.Server;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/** Connects to a data source and its partner, side by side, and remembers what they are. */
@Singleton
public final class ConnectionTester {

  /** How many calls may wait for servers at a time. */
  private static final int CONCURRENT = 16;

  private static final int RETRY_SECONDS = 5;

  private final DataSources dataSources;
  private final Connections connections;
  private final Precheck engine;
  private final ConnectionWords words;
  private final ExecutorService threads;
  private final Semaphore places = new Semaphore(CONCURRENT);

  ConnectionTester(
      DataSources dataSources,
      Connections connections,
      Precheck engine,
      ConnectionWords words,
      @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.dataSources = dataSources;
    this.connections = connections;
    this.engine = engine;
    this.words = words;
    this.threads = threads;
  }

  /**
   * How connecting went, by role.
   *
   * @throws ApiException if there is no such data source, or too many tests wait
   */
  public Map<Role, TestedConnection> test(String id) {
    DataSourceEntry entry = dataSources.get(id);
    if (!places.tryAcquire()) {
      throw new ApiException(
              ErrorCode.SERVICE_BUSY,
              "The server is busy: " + CONCURRENT + " connections are being tested already.")
          .retryAfter(RETRY_SECONDS);
    }
    try {
      Optional<CompletableFuture<TestedConnection>> partner =
          entry
              .partnerId()
              .flatMap(dataSources::find)
              .map(other -> CompletableFuture.supplyAsync(() -> test(other), threads));
      Map<Role, TestedConnection> reports = new EnumMap<>(Role.class);
      reports.put(entry.role(), test(entry));
      partner.ifPresent(report -> reports.put(other(entry.role()), report.join()));
      return reports;
    } finally {
      places.release();
    }
  }

  private TestedConnection test(DataSourceEntry entry) {
    try {
      ConnectionSpec spec = connections.spec(entry.id(), entry.access());
      ConnectionReport report = engine.test(spec);
      report.server().ifPresent(server -> dataSources.remember(entry.id(), facts(server)));
      return new TestedConnection(report, words.finding(spec.endpoint(), report.attempt()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(
              ErrorCode.SHUTTING_DOWN, "The server is being stopped and starts nothing new.")
          .retryAfter(RETRY_SECONDS);
    }
  }

  private static ServerFacts facts(Server server) {
    return new ServerFacts(
        known(server.version()), known(server.charset()), known(server.timeZone()));
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(t -> !t.isBlank());
  }

  private static Role other(Role role) {
    return role == Role.PRIMARY ? Role.STANDBY : Role.PRIMARY;
  }
}
