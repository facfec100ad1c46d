package dev.precheck.client.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precheck.client.plain.api.PreCheckApi;
import dev.precheck.client.plain.model.EndpointRole;
import dev.precheck.client.plain.model.GetPreCheckResultRequest;
import dev.precheck.client.plain.model.PreCheckItemStatus;
import dev.precheck.client.plain.model.PreCheckResult;
import dev.precheck.client.plain.model.PreCheckStatus;
import dev.precheck.client.plain.model.Violation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class HttpTransportTest {
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
  @CsvSource({"PATH, /api/v2/GetPreCheckResult", "ACTION, /api/v2?Action=GetPreCheckResult"})
  void bothWireFormsSendTheSameBody(WireForm form, String target) throws Exception {
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
  void aValueOfALaterVersionIsUnknown() throws Exception {
    server.answers(200, Envelopes.result("FINISHED", 100, "POSTPONED"));

    assertThat(ask(WireForm.PATH).getPreCheckResults().get(0).getStatus())
        .isEqualTo(PreCheckItemStatus.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"PATH, 400", "PATH, 404", "PATH, 500", "ACTION, 200"})
  void aRefusalIsOneExceptionInBothForms(WireForm form, int status) {
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
  @CsvSource({"502, <html>Bad gateway</html>", "404, {}", "200, ''", "200, []"})
  void anAnswerOfSomebodyElseIsNamedSo(int status, String body) {
    server.answers(status, body);

    var refusal = catchThrowableOfType(PrecheckException.class, () -> ask(WireForm.PATH));

    assertThat(refusal.code()).isEqualTo(PrecheckException.UNEXPECTED_ANSWER);
    assertThat(refusal.httpStatus()).isEqualTo(status);
    assertThat(refusal.requestId()).isEqualTo(Optional.empty());
    assertThat(refusal).hasMessageContaining(server.uri() + "/api/v2/GetPreCheckResult");
  }

  @ParameterizedTest
  @EnumSource
  void thePathOfTheServerIsAPrefixAndTheInterceptorSeesEveryRequest(WireForm form)
      throws Exception {
    server.answers(200, Envelopes.result("RUNNING", 5));

    new PreCheckApi(
            HttpTransport.to(server.uri().resolve("/behind/")).withWireForm(form).withToken("x"))
        .getPreCheckResult(new GetPreCheckResultRequest().id("t_1"));

    assertThat(server.requests().get(0)).startsWith("/behind/api/v2");
    assertThat(server.logins()).containsExactly("Bearer x");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    server.close();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> ask(WireForm.PATH))
        .withMessageContaining(server.uri().toString());
  }

  @Test
  void aSlowServerIsGivenUp() {
    server.answersNever();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                new PreCheckApi(HttpTransport.to(server.uri()).withTimeout(Duration.ofMillis(50)))
                    .getPreCheckResult(new GetPreCheckResultRequest().id("t_1")))
        .withMessageContaining("timed out");
  }

  @Test
  void aPasswordInTheUrlIsRefusedAndNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpTransport.to(URI.create("http://joe:s3cret@localhost")))
        .withMessageNotContaining("s3cret");
  }

  private PreCheckResult ask(WireForm form) throws IOException, InterruptedException {
    var api = new PreCheckApi(HttpTransport.to(server.uri()).withWireForm(form));
    return Objects.requireNonNull(
        api.getPreCheckResult(new GetPreCheckResultRequest().id("t_1")).getData());
  }
}
