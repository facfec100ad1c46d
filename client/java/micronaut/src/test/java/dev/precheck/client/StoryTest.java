package dev.precheck.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precheck.client.api.DataSourceApi;
import dev.precheck.client.api.PreCheckApi;
import dev.precheck.client.api.ReportApi;
import dev.precheck.client.model.CreateDataSourceRequest;
import dev.precheck.client.model.DeleteDataSourceRequest;
import dev.precheck.client.model.EngineType;
import dev.precheck.client.model.GetPreCheckResultRequest;
import dev.precheck.client.model.ListPreCheckFindingsRequest;
import dev.precheck.client.model.PreCheckFinding;
import dev.precheck.client.model.PreCheckItem;
import dev.precheck.client.model.PreCheckItemStatus;
import dev.precheck.client.model.PreCheckResult;
import dev.precheck.client.model.PreCheckStatus;
import dev.precheck.client.model.SubmitPreCheckRequest;
import dev.precheck.client.model.TransferDatabase;
import dev.precheck.client.model.TransferMapping;
import dev.precheck.client.model.TransferMode;
import dev.precheck.client.model.TransferTable;
import dev.precheck.client.model.Violation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    try (ApplicationContext context = context(form)) {
      wholeWay(context);
    }
  }

  private static void wholeWay(ApplicationContext context) throws Exception {
    DataSourceApi dataSources = context.getBean(DataSourceApi.class);
    PreCheckApi preChecks = context.getBean(PreCheckApi.class);
    String source = create(dataSources, "source");
    String target = create(dataSources, "target");
    SubmitPreCheckRequest plan = plan(source, target);
    String key = UUID.randomUUID().toString();

    String id = Objects.requireNonNull(preChecks.submitPreCheck(plan, key).getData());
    PreCheckResult result = context.getBean(PrecheckWaiter.class).await(id, Duration.ofSeconds(60));

    assertThat(result.getProjectStatus()).isEqualTo(PreCheckStatus.FAILED);
    assertThat(result.getProgress()).isEqualTo(100);
    assertThat(result.getErrorDetail()).isNull();
    assertThat(result.getFinishTime()).isAfterOrEqualTo(result.getSubmitTime());
    assertThat(preChecks.submitPreCheck(plan, key).getData()).isEqualTo(id);
    assertThat(result.getPreCheckResults())
        .anyMatch(item -> item.getStatus() == PreCheckItemStatus.FAILED && item.getAdvice() != null)
        .anyMatch(item -> item.getStatus() == PreCheckItemStatus.PASSED && item.getCode() == null);
    assertThat(findings(context.getBean(ReportApi.class), id))
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
    PrecheckException refusal = refusal(form, "t_57p****", Map.of("story.prefer", "code=404"));

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
    PrecheckException refusal = refusal(form, "", Map.of());

    assertThat(refusal.code()).isEqualTo("PARAM_ERROR");
    assertThat(refusal.violations()).extracting(Violation::getPointer).containsExactly("/id");
  }

  private static PrecheckException refusal(WireForm form, String id, Map<String, Object> settings) {
    GetPreCheckResultRequest request = new GetPreCheckResultRequest().id(id);
    try (ApplicationContext context = context(form, settings)) {
      PreCheckApi preChecks = context.getBean(PreCheckApi.class);
      return catchThrowableOfType(
          PrecheckException.class, () -> preChecks.getPreCheckResult(request));
    }
  }

  private static List<String> findings(ReportApi report, String id) {
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

  private static ApplicationContext context(WireForm form) {
    return context(form, Map.of());
  }

  private static ApplicationContext context(WireForm form, Map<String, Object> settings) {
    String url = System.getenv("PRECHECK_URL");
    return ApplicationContext.builder()
        .properties(Map.of("micronaut.http.services.precheck.url", url))
        .properties(Map.of("precheck.client.wire-form", form))
        // As long as that of the other clients.
        .properties(Map.of("micronaut.http.services.precheck.read-timeout", "30s"))
        .properties(settings)
        .properties(login())
        .start();
  }

  private static Map<String, Object> login() {
    String token = System.getenv("PRECHECK_TOKEN");
    return token == null ? Map.of() : Map.of("precheck.client.token", token);
  }

  /**
   * A stub knows every id, unless it is told otherwise, and names that of its example; the server
   * does not care.
   */
  @ClientFilter(patterns = ClientFilter.MATCH_ALL_PATTERN, serviceId = "precheck")
  @Requires(property = "story.prefer")
  static final class Preference {
    private final String value;

    Preference(@Value("${story.prefer}") String value) {
      this.value = value;
    }

    @RequestFilter
    void prefer(MutableHttpRequest<?> request) {
      request.header("Prefer", value);
    }
  }

  private static String create(DataSourceApi dataSources, String side) {
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
