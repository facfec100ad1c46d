package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.precheck.app.store.StoreKind;
import dev.precheck.client.plain.HttpTransport;
import dev.precheck.client.plain.PrecheckException;
import dev.precheck.client.plain.WireForm;
import dev.precheck.client.plain.api.ReportApi;
import dev.precheck.client.plain.model.ComparePreChecksRequest;
import dev.precheck.client.plain.model.DeletePreCheckRequest;
import dev.precheck.client.plain.model.EndpointType;
import dev.precheck.client.plain.model.FindingChange;
import dev.precheck.client.plain.model.GetPreCheckFixScriptRequest;
import dev.precheck.client.plain.model.GetPreCheckVerdictRequest;
import dev.precheck.client.plain.model.ListPreCheckFindingsRequest;
import dev.precheck.client.plain.model.ListPreChecksRequest;
import dev.precheck.client.plain.model.PreCheckComparison;
import dev.precheck.client.plain.model.PreCheckFinding;
import dev.precheck.client.plain.model.PreCheckVerdict;
import dev.precheck.client.plain.model.ProblemSeverity;
import dev.precheck.client.plain.model.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reports through a generated client, in both wire forms. */
class ReportClientTest {

  @ParameterizedTest
  @EnumSource
  void aPipelineGoesTheWholeWay(WireForm form, @TempDir Path directory) throws Exception {
    try (ReportFixture fixture =
        new ReportFixture(
            StoreKind.H2,
            directory,
            List.of("create schema S", "create table S.T (ID int)"),
            List.of("create schema S"))) {
      ReportApi reports =
          new ReportApi(
              HttpTransport.to(URI.create("http://127.0.0.1:" + fixture.service().port()))
                  .withWireForm(form));
      String base = fixture.run("S.*");
      String id = fixture.run("S.*");

      assertThat(
              reports
                  .listPreChecks(
                      new ListPreChecksRequest()
                          .dataSourceId(fixture.source)
                          .submittedFrom(OffsetDateTime.parse("2020-01-01T00:00:00+01:00")))
                  .getData())
          .extracting(summary -> summary.getPreCheckId())
          .containsExactly(id, base);
      PreCheckVerdict verdict =
          Objects.requireNonNull(
              reports
                  .getPreCheckVerdict(new GetPreCheckVerdictRequest().id(id).maxAgeSeconds(3_600L))
                  .getData());
      assertThat(verdict.getVerdict()).isEqualTo(Verdict.PASSED_WITH_WARNINGS);
      assertThat(verdict.getMayStart()).isTrue();
      List<PreCheckFinding> findings =
          Objects.requireNonNull(
              reports
                  .listPreCheckFindings(
                      new ListPreCheckFindingsRequest()
                          .id(id)
                          .severities(List.of(ProblemSeverity.WARNING)))
                  .getData());
      assertThat(findings).hasSize(1);
      PreCheckComparison comparison =
          Objects.requireNonNull(
              reports
                  .comparePreChecks(new ComparePreChecksRequest().id(id).baseId(base))
                  .getData());
      assertThat(comparison.getFindings())
          .allSatisfy(
              compared -> {
                assertThat(compared.getChange()).isEqualTo(FindingChange.UNCHANGED);
                assertThat(compared.getFinding()).isEqualTo(findings.get(0));
              })
          .hasSize(1);
      assertThat(
              Objects.requireNonNull(
                      reports
                          .getPreCheckFixScript(
                              new GetPreCheckFixScriptRequest()
                                  .id(id)
                                  .endpointType(EndpointType.SOURCE))
                          .getData())
                  .getScript())
          .contains(findings.get(0).getFixStatements().get(0) + ";");
      reports.deletePreCheck(new DeletePreCheckRequest().id(id));
      assertThatExceptionOfType(PrecheckException.class)
          .isThrownBy(() -> reports.deletePreCheck(new DeletePreCheckRequest().id(id)))
          .withMessageContaining("was deleted on request")
          .satisfies(failure -> assertThat(failure.code()).isEqualTo("PRECHECK_NOT_FOUND"));
    }
  }
}
