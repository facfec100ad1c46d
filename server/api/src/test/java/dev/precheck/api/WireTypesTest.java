package dev.precheck.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.api.model.CreateDataSourceRequest;
import dev.precheck.api.model.EngineType;
import dev.precheck.api.model.GetPreCheckResultRequest;
import dev.precheck.api.model.GetPreCheckResultResponse;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.api.model.PreCheckStatus;
import dev.precheck.api.model.TransferMapping;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the generated types and interfaces look like on the wire. */
final class WireTypesTest {
  private final ObjectMapper json = ObjectMapper.getDefault();

  @Test
  void anEnvelopeShowsAllElevenMembersInTheContractsOrder() throws IOException {
    var response = new GetPreCheckResultResponse().success(true).requestId("r-1").cost("126 ms");

    assertThat(json.writeValueAsString(response))
        .isEqualTo(
            """
            {"success":true,"errorDetail":null,"code":null,"message":null,"advice":null,\
            "requestId":"r-1","pageNumber":null,"pageSize":null,"totalCount":null,\
            "cost":"126 ms","data":null}""");
  }

  @Test
  void aRequiredListIsEmptyAndATimeIsRfc3339() throws IOException {
    var result =
        new PreCheckResult()
            .projectStatus(PreCheckStatus.PENDING)
            .submitTime(OffsetDateTime.parse("2026-03-14T02:05:07.120Z"));

    assertThat(json.writeValueAsString(result))
        .contains("\"projectStatus\":\"PENDING\"", "\"preCheckResults\":[]")
        .contains("\"submitTime\":\"2026-03-14T02:05:07.12Z\"", "\"finishTime\":null");
  }

  @Test
  void anOptionalMemberIsLeftOutUnlessItHasAValue() throws IOException {
    var request = new TransferMapping().databases(List.of());

    assertThat(json.writeValueAsString(request)).isEqualTo("{\"mode\":null,\"databases\":[]}");
  }

  @Test
  void aRequestIsReadAndMembersUnknownToTheTypeAreIgnored() throws IOException {
    var request =
        json.readValue("{\"id\": \"t_1\", \"later\": {}}", GetPreCheckResultRequest.class);

    assertThat(request).isEqualTo(new GetPreCheckResultRequest().id("t_1"));
  }

  @Test
  void aPasswordIsNeverPartOfAText() throws IOException {
    var request =
        json.readValue(
            "{\"name\": \"orders\", \"type\": \"MYSQL\", \"password\": \"s3cret\"}",
            CreateDataSourceRequest.class);

    assertThat(request.getPassword()).isEqualTo("s3cret");
    assertThat(request.getType()).isEqualTo(EngineType.MYSQL);
    assertThat(request.toString()).contains("name=orders", "password=***").doesNotContain("s3cret");
  }

  @Test
  void everyInterfaceMethodNamesItsPath() throws NoSuchMethodException {
    var method = PreCheckApi.class.getMethod("getPreCheckResult", GetPreCheckResultRequest.class);

    assertThat(method.getAnnotation(Post.class).value()).isEqualTo("/api/v2/GetPreCheckResult");
  }
}
