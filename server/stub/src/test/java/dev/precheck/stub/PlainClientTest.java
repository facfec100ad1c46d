package dev.precheck.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.client.plain.HttpTransport;
import dev.precheck.client.plain.PrecheckException;
import dev.precheck.client.plain.PrecheckWaiter;
import dev.precheck.client.plain.WireForm;
import dev.precheck.client.plain.api.PreCheckApi;
import dev.precheck.client.plain.api.ReportApi;
import dev.precheck.client.plain.model.GetPreCheckResultRequest;
import dev.precheck.client.plain.model.ListPreCheckFindingsRequest;
import dev.precheck.client.plain.model.PreCheckResult;
import dev.precheck.client.plain.model.PreCheckStatus;
import dev.precheck.client.plain.model.SubmitPreCheckRequest;
import dev.precheck.client.plain.model.TransferMapping;
import dev.precheck.client.plain.model.TransferMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The generated Java client against the stub. */
class PlainClientTest {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @ParameterizedTest
  @EnumSource(WireForm.class)
  void aPlanIsSubmittedAwaitedAndItsFindingsRead(WireForm form) throws Exception {
    try (RunningStub stub = RunningStub.start()) {
      HttpTransport transport =
          HttpTransport.to(stub.uri()).withToken("pck_any").withWireForm(form);
      SubmitPreCheckRequest plan =
          new SubmitPreCheckRequest()
              .name("privileges-missing")
              .sourceEndpointId("e_1")
              .sinkEndpointId("e_2")
              .transferMapping(
                  new TransferMapping()
                      .mode(TransferMode.WILDCARD)
                      .tableAndViewWhiteList(List.of("shop.*")))
              .enableFullTransfer(true);
      PreCheckResult result =
          new PrecheckWaiter(new PreCheckApi(transport)).submitAndAwait(plan, LIMIT);
      assertThat(result.getProjectStatus()).isEqualTo(PreCheckStatus.FAILED);

      var findings =
          new ReportApi(transport)
              .listPreCheckFindings(new ListPreCheckFindingsRequest().id(result.getPreCheckId()));
      assertThat(findings.getTotalCount()).isEqualTo(3);
      assertThat(findings.getData())
          .extracting(finding -> finding.getObjectName())
          .containsExactly("shop.table_00001", "shop.table_00002", "shop.table_00003");

      PreCheckApi failing = new PreCheckApi(transport.withHeader("Prefer", "code=404"));
      assertThatThrownBy(() -> failing.getPreCheckResult(new GetPreCheckResultRequest().id("t_1")))
          .isInstanceOfSatisfying(
              PrecheckException.class, e -> assertThat(e.code()).isEqualTo("PRECHECK_NOT_FOUND"));
    }
  }

  @ParameterizedTest
  @EnumSource(WireForm.class)
  void aServerThatIsAwayForAMomentIsOutlived(WireForm form) throws Exception {
    try (RunningStub stub = RunningStub.start()) {
      HttpTransport transport =
          HttpTransport.to(stub.uri())
              .withToken("pck_any")
              .withWireForm(form)
              .withHeader("Prefer", "fault=unavailable, times=2");
      PreCheckResult result = new PrecheckWaiter(new PreCheckApi(transport)).await("t_57p", LIMIT);
      assertThat(result.getProjectStatus()).isEqualTo(PreCheckStatus.FINISHED);
      assertThat(stub.request().get("/__stub/requests").jsonPath().getList("status"))
          .isEqualTo(List.of(503, 503, 200));
    }
  }
}
