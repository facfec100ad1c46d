package dev.precheck.client.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precheck.client.plain.api.DataSourceApi;
import dev.precheck.client.plain.api.PreCheckApi;
import dev.precheck.client.plain.api.ReportApi;
import dev.precheck.client.plain.model.CreateDataSourceRequest;
import dev.precheck.client.plain.model.DeleteDataSourceRequest;
import dev.precheck.client.plain.model.EngineType;
import dev.precheck.client.plain.model.GetPreCheckResultRequest;
import dev.precheck.client.plain.model.ListPreCheckFindingsRequest;
import dev.precheck.client.plain.model.PreCheckFinding;
import dev.precheck.client.plain.model.PreCheckItem;
import dev.precheck.client.plain.model.PreCheckItemStatus;
import dev.precheck.client.plain.model.PreCheckResult;
import dev.precheck.client.plain.model.PreCheckStatus;
import dev.precheck.client.plain.model.SubmitPreCheckRequest;
import dev.precheck.client.plain.model.TransferDatabase;
import dev.precheck.client.plain.model.TransferMapping;
import dev.precheck.client.plain.model.TransferMode;
import dev.precheck.client.plain.model.TransferTable;
import dev.precheck.client.plain.model.Violation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way, against the server at PRECHECK_URL; client/run starts one. */
@EnabledIfEnvironmentVariable(named = "PRECHECK_URL", matches = "http.+")
final class StoryTest {

  @ParameterizedTest
  @EnumSource
  void submitsWaitsAndReadsFindingsPageByPage(WireForm form) throws Exception {
    DataSourceApi dataSources = new DataSourceApi(transport(form));
    PreCheckApi preChecks = new PreCheckApi(transport(form));
    String source = create(dataSources, "source");
    String target = create(dataSources, "target");
    SubmitPreCheckRequest plan = plan(source, target);
    String key = UUID.randomUUID().toString();

    String id = Objects.requireNonNull(preChecks.submitPreCheck(plan, key).getData());
    PreCheckResult result = new PrecheckWaiter(preChecks).await(id, Duration.ofSeconds(60));

    assertThat(result.getProjectStatus()).isEqualTo(PreCheckStatus.FAILED);
    assertThat(result.getProgress()).isEqualTo(100);
    assertThat(result.getErrorDetail()).isNull();
    assertThat(result.getFinishTime()).isAfterOrEqualTo(result.getSubmitTime());
    assertThat(preChecks.submitPreCheck(plan, key).getData()).isEqualTo(id);
    assertThat(result.getPreCheckResults())
        .anyMatch(item -> item.getStatus() == PreCheckItemStatus.FAILED && item.getAdvice() != null)
        .anyMatch(item -> item.getStatus() == PreCheckItemStatus.PASSED && item.getCode() == null);
    assertThat(findings(new ReportApi(transport(form)), id))
        .doesNotHaveDuplicates()
        .hasSize(
            result.getPreCheckResults().stream().mapToInt(PreCheckItem::getFindingCount).sum());
    for (String dataSource : List.of(source, target)) {
      var deleted = dataSources.deleteDataSource(new DeleteDataSourceRequest().id(dataSource));
      assertThat(deleted.getData()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalSaysAllThatIsKnown(WireForm form) {
    // A stub knows every id, unless it is told otherwise, and names that of its example; the server
    // does not care.
    PrecheckException refusal =
        refusal(transport(form).withHeader("Prefer", "code=404"), "t_57p****");

    assertThat(refusal.code()).isEqualTo("PRECHECK_NOT_FOUND");
    assertThat(refusal.httpStatus()).isEqualTo(form == WireForm.PATH ? 404 : 200);
    assertThat(refusal.reason()).contains("t_57p****");
    assertThat(refusal.advice()).isPresent();
    assertThat(refusal.requestId()).isPresent();
    assertThat(refusal.violations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalNamesTheMembersThatAreWrong(WireForm form) {
    PrecheckException refusal = refusal(transport(form), "");

    assertThat(refusal.code()).isEqualTo("PARAM_ERROR");
    assertThat(refusal.violations()).extracting(Violation::getPointer).containsExactly("/id");
  }

  private static PrecheckException refusal(HttpTransport transport, String id) {
    GetPreCheckResultRequest request = new GetPreCheckResultRequest().id(id);
    PreCheckApi preChecks = new PreCheckApi(transport);
    return catchThrowableOfType(
        PrecheckException.class, () -> preChecks.getPreCheckResult(request));
  }

  private static List<String> findings(ReportApi report, String id) throws Exception {
    List<String> fingerprints = new ArrayList<>();
    int pages = 0;
    long total;
    do {
      var page =
          report.listPreCheckFindings(
              new ListPreCheckFindingsRequest().id(id).pageNumber(++pages).pageSize(2));
      total = Objects.requireNonNull(page.getTotalCount());
      List<PreCheckFinding> data = Objects.requireNonNull(page.getData());
      assertThat(data).hasSizeBetween(1, 2);
      data.forEach(finding -> fingerprints.add(finding.getFingerprint()));
    } while (fingerprints.size() < total);
    assertThat(pages).isGreaterThan(1);
    return fingerprints;
  }

  private static HttpTransport transport(WireForm form) {
    HttpTransport transport =
        HttpTransport.to(URI.create(System.getenv("PRECHECK_URL"))).withWireForm(form);
    String token = System.getenv("PRECHECK_TOKEN");
    return token == null ? transport : transport.withToken(token);
  }

  private static String create(DataSourceApi dataSources, String side) throws Exception {
    var request =
        new CreateDataSourceRequest()
            .name(side + "-" + UUID.randomUUID())
            .type(EngineType.H2)
            .host("localhost")
            .database("smoke_" + side)
            .userName("READER")
            .password("reader");
    return Objects.requireNonNull(dataSources.createDataSource(request).getData());
  }

  private static SubmitPreCheckRequest plan(String source, String target) {
    return new SubmitPreCheckRequest()
        // A stub chooses its scenario by the name.
        .name(Objects.requireNonNullElse(System.getenv("PRECHECK_PLAN_NAME"), "shop_move"))
        .sourceEndpointId(source)
        .sinkEndpointId(target)
        .enableStructTransfer(true)
        .enableFullTransfer(true)
        .transferMapping(
            new TransferMapping()
                .mode(TransferMode.SPECIFIC)
                .databases(
                    List.of(
                        database("shop", "customers", "orders", "audit_log", "invoices", "clicks"),
                        database("crm", "contacts"))));
  }

  private static TransferDatabase database(String name, String... tables) {
    return new TransferDatabase()
        .name(name)
        .tables(Stream.of(tables).map(table -> new TransferTable().name(table)).toList());
  }
}
