package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.precheck.client.plain.HttpTransport;
import dev.precheck.client.plain.PrecheckException;
import dev.precheck.client.plain.PrecheckWaiter;
import dev.precheck.client.plain.WireForm;
import dev.precheck.client.plain.api.DataSourceApi;
import dev.precheck.client.plain.api.PreCheckApi;
import dev.precheck.client.plain.model.CreateDataSourceRequest;
import dev.precheck.client.plain.model.DeleteDataSourceRequest;
import dev.precheck.client.plain.model.EngineType;
import dev.precheck.client.plain.model.GetPreCheckResultRequest;
import dev.precheck.client.plain.model.PreCheckItemStatus;
import dev.precheck.client.plain.model.PreCheckResult;
import dev.precheck.client.plain.model.PreCheckStatus;
import dev.precheck.client.plain.model.SubmitPreCheckRequest;
import dev.precheck.client.plain.model.TransferDatabase;
import dev.precheck.client.plain.model.TransferMapping;
import dev.precheck.client.plain.model.TransferMode;
import dev.precheck.client.plain.model.TransferTable;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real service, driven through both generated clients in both wire forms. */
class ClientsTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static TestService service;
  private static H2Shop shop;
  private static H2Shop store;

  @BeforeAll
  static void start(@TempDir Path directory) throws SQLException {
    service = TestService.start(directory.resolve("data"), Map.of("precheck.allow-h2", true));
    shop = new H2Shop("client_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("client_store", "create schema S");
  }

  @AfterAll
  static void stop() throws SQLException {
    service.close();
    shop.close();
    store.close();
  }

  @ParameterizedTest
  @EnumSource
  void theClientWithoutAFrameworkGoesTheWholeWay(WireForm form) throws Exception {
    HttpTransport transport =
        HttpTransport.to(URI.create("http://127.0.0.1:" + service.port())).withWireForm(form);
    DataSourceApi dataSources = new DataSourceApi(transport);
    PreCheckApi preChecks = new PreCheckApi(transport);
    String source = dataSources.createDataSource(body(shop, form + "-from")).getData();
    String sink = dataSources.createDataSource(body(store, form + "-to")).getData();

    SubmitPreCheckRequest plan =
        new SubmitPreCheckRequest()
            .sourceEndpointId(String.valueOf(source))
            .sinkEndpointId(String.valueOf(sink))
            .enableStructTransfer(true)
            .enableFullTransfer(true)
            .transferMapping(
                new TransferMapping()
                    .mode(TransferMode.SPECIFIC)
                    .databases(
                        List.of(
                            new TransferDatabase()
                                .name("S")
                                .tables(List.of(new TransferTable().name("T"))))));
    PrecheckWaiter waiter = new PrecheckWaiter(preChecks);

    PreCheckResult result = waiter.submitAndAwait(plan, LIMIT);

    assertThat(result.getPreCheckResults())
        .allMatch(item -> item.getStatus() == PreCheckItemStatus.PASSED);
    assertThat(result.getProjectStatus()).isEqualTo(PreCheckStatus.FINISHED);
    assertThatExceptionOfType(PrecheckException.class)
        .isThrownBy(() -> preChecks.getPreCheckResult(new GetPreCheckResultRequest().id("t_no")))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("PRECHECK_NOT_FOUND"));
    String keyed = String.valueOf(preChecks.submitPreCheck(plan, "plain-" + form).getData());
    assertThat(keyed).isNotEqualTo(result.getPreCheckId());
    waiter.await(keyed, LIMIT);
    assertThat(preChecks.submitPreCheck(plan, "plain-" + form).getData()).isEqualTo(keyed);
    dataSources.deleteDataSource(new DeleteDataSourceRequest().id(String.valueOf(source)));
  }

  @ParameterizedTest
  @EnumSource
  void theClientForMicronautGoesTheWholeWay(
      dev.precheck.client.WireForm form, @TempDir Path directory) throws Exception {
    try (ApplicationContext context =
        ApplicationContext.run(
            Map.of(
                // The service is on this class path too, and its beans want a place of their own.
                "precheck.data-dir",
                directory.toString(),
                "micronaut.http.services.precheck.url",
                "http://127.0.0.1:" + service.port(),
                "precheck.client.wire-form",
                form))) {
      dev.precheck.client.api.DataSourceApi dataSources =
          context.getBean(dev.precheck.client.api.DataSourceApi.class);
      String source = micronautDataSource(dataSources, shop, "mn-" + form + "-from");
      String sink = micronautDataSource(dataSources, store, "mn-" + form + "-to");

      dev.precheck.client.model.SubmitPreCheckRequest plan =
          new dev.precheck.client.model.SubmitPreCheckRequest()
              .sourceEndpointId(source)
              .sinkEndpointId(sink)
              .enableStructTransfer(true)
              .enableFullTransfer(true)
              .transferMapping(
                  new dev.precheck.client.model.TransferMapping()
                      .mode(dev.precheck.client.model.TransferMode.WILDCARD)
                      .tableAndViewWhiteList(List.of("S.*")));

      dev.precheck.client.model.PreCheckResult result =
          context.getBean(dev.precheck.client.PrecheckWaiter.class).submitAndAwait(plan, LIMIT);

      assertThat(result.getPreCheckResults())
          .allMatch(
              item -> item.getStatus() == dev.precheck.client.model.PreCheckItemStatus.PASSED);
      assertThat(result.getProjectStatus())
          .isEqualTo(dev.precheck.client.model.PreCheckStatus.FINISHED);
      assertThat(result.getProgress()).isEqualTo(100.0);
      dev.precheck.client.api.PreCheckApi preChecks =
          context.getBean(dev.precheck.client.api.PreCheckApi.class);
      assertThat(preChecks.submitPreCheck(plan, "mn-" + form).getData())
          .isNotEqualTo(result.getPreCheckId())
          .isEqualTo(preChecks.submitPreCheck(plan, "mn-" + form).getData());
    }
  }

  private static CreateDataSourceRequest body(H2Shop shop, String name) {
    return new CreateDataSourceRequest()
        .name(name)
        .type(EngineType.H2)
        .host("localhost")
        .database(shop.database())
        .userName(H2Shop.USER)
        .password(H2Shop.PASSWORD);
  }

  private static String micronautDataSource(
      dev.precheck.client.api.DataSourceApi dataSources, H2Shop shop, String name) {
    return String.valueOf(
        dataSources
            .createDataSource(
                new dev.precheck.client.model.CreateDataSourceRequest()
                    .name(name)
                    .type(dev.precheck.client.model.EngineType.H2)
                    .host("localhost")
                    .database(shop.database())
                    .userName(H2Shop.USER)
                    .password(H2Shop.PASSWORD))
            .getData());
  }
}
