package dev.precheck.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precheck.client.api.PreCheckApi;
import dev.precheck.client.model.EndpointRole;
import dev.precheck.client.model.GetPreCheckResultRequest;
import dev.precheck.client.model.PreCheckItemStatus;
import dev.precheck.client.model.PreCheckResult;
import dev.precheck.client.model.PreCheckStatus;
import dev.precheck.client.model.SubmitPreCheckRequest;
import dev.precheck.client.model.Violation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.exceptions.HttpClientException;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The generated interfaces, their filters against recorded answers. */
final class ClientTest {
  private RecordedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RecordedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"path, /api/v2/GetPreCheckResult", "action, /api/v2?Action=GetPreCheckResult"})
  void bothWireFormsSendTheSameBody(String form, String target) {
    server.answers(200, Envelopes.result("FINISHED", 100));

    var result = ask(form);

    assertThat(server.requests()).containsExactly(target + " {\"id\":\"t_1\"}");
    assertThat(result.getProjectStatus()).isEqualTo(PreCheckStatus.FINISHED);
    assertThat(result.getProgress()).isEqualTo(100.0);
    assertThat(result.getSubmitTime()).isEqualTo(OffsetDateTime.parse("2026-03-14T02:05:07.123Z"));
    assertThat(result.getStartTime()).isNull();
    assertThat(result.getPreCheckResults().get(0).getRole()).isEqualTo(EndpointRole.MASTER);
  }

  @Test
  void aValueOfALaterVersionIsUnknown() {
    server.answers(200, Envelopes.result("FINISHED", 100, "POSTPONED"));

    assertThat(ask("path").getPreCheckResults().get(0).getStatus())
        .isEqualTo(PreCheckItemStatus.UNKNOWN);
  }

  @Test
  void whatIsNotSetIsNotSent() {
    server.answers(200, Envelopes.SUBMITTED);

    try (var context = context("path")) {
      var answer =
          context
              .getBean(PreCheckApi.class)
              .submitPreCheck(
                  new SubmitPreCheckRequest().sourceEndpointId("e_1").sinkEndpointId("e_2"));
      assertThat(answer.getData()).isEqualTo("t_1");
    }
    assertThat(server.requests())
        .containsExactly(
            "/api/v2/SubmitPreCheck"
                + " {\"sourceEndpointId\":\"e_1\",\"sinkEndpointId\":\"e_2\"}");
  }

  @ParameterizedTest
  @CsvSource({"path, 400", "path, 404", "path, 500", "action, 200"})
  void aRefusalIsOneExceptionInBothForms(String form, int status) {
    server.answers(status, Envelopes.REFUSED);

    var refusal = catchThrowableOfType(PrecheckException.class, () -> ask(form));

    assertThat(refusal.httpStatus()).isEqualTo(status);
    assertThat(refusal.code()).isEqualTo("PARAM_ERROR");
    assertThat(refusal.reason()).isEqualTo("The request is not legal.");
    assertThat(refusal.advice()).hasValue("Name a precheck.");
    assertThat(refusal.requestId()).hasValue("bf2-9bc9");
    assertThat(refusal.violations())
        .containsExactly(new Violation().pointer("/id").message("must not be empty"));
    assertThat(refusal)
        .hasMessage(
            "The request is not legal. Name a precheck. [PARAM_ERROR, HTTP %d, request bf2-9bc9;"
                + " /id: must not be empty]",
            status);
  }

  @ParameterizedTest
  @CsvSource({"502, <html>Bad gateway</html>", "404, {}", "200, ''", "200, []", "200, <html>"})
  void anAnswerOfSomebodyElseIsNamedSo(int status, String body) {
    server.answers(status, body);

    var refusal = catchThrowableOfType(PrecheckException.class, () -> ask("path"));

    assertThat(refusal.code()).isEqualTo(PrecheckException.UNEXPECTED_ANSWER);
    assertThat(refusal.httpStatus()).isEqualTo(status);
    assertThat(refusal.requestId()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void thePathOfTheServerIsAPrefix(WireForm form) {
    server.answers(200, Envelopes.result("RUNNING", 5));

    try (var context =
        context(
            Map.of(
                "micronaut.http.services.precheck.path",
                "/behind",
                "precheck.client.wire-form",
                form))) {
      context
          .getBean(PreCheckApi.class)
          .getPreCheckResult(new GetPreCheckResultRequest().id("t_1"));
    }

    assertThat(server.requests().get(0)).startsWith("/behind/api/v2");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    server.close();

    assertThatExceptionOfType(HttpClientException.class)
        .isThrownBy(() -> ask("path"))
        .withMessageContaining("Connection refused");
  }

  @Test
  void aWireFormThatDoesNotExistIsRefused() {
    assertThatException()
        .isThrownBy(() -> ask("query"))
        .withMessageContaining("precheck.client.wire-form");
  }

  private PreCheckResult ask(String form) {
    try (var context = context(form)) {
      var request = new GetPreCheckResultRequest().id("t_1");
      var answer = context.getBean(PreCheckApi.class).getPreCheckResult(request);
      return Objects.requireNonNull(answer.getData());
    }
  }

  private ApplicationContext context(String form) {
    return context(Map.of("precheck.client.wire-form", form));
  }

  private ApplicationContext context(Map<String, Object> settings) {
    var url = Map.<String, Object>of("micronaut.http.services.precheck.url", server.uri());
    return ApplicationContext.builder().properties(url).properties(settings).start();
  }
}
