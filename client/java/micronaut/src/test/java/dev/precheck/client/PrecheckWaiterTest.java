package dev.precheck.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precheck.client.model.PreCheckStatus;
import dev.precheck.client.model.SubmitPreCheckRequest;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrecheckWaiterTest {
  private static final Duration ENOUGH = Duration.ofSeconds(30);

  private RecordedServer server;
  private ApplicationContext context;
  private PrecheckWaiter waiter;

  @BeforeEach
  void start() throws IOException {
    server = new RecordedServer();
    var url = server.uri().toString();
    context = ApplicationContext.run(Map.of("micronaut.http.services.precheck.url", url));
    waiter = context.getBean(PrecheckWaiter.class);
  }

  @AfterEach
  void stop() {
    context.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"FINISHED", "FAILED", "SKIPPED"})
  void submitsAndAsksUntilTheRunHasEnded(PreCheckStatus end) throws Exception {
    server
        .answers(200, Envelopes.SUBMITTED)
        .answers(200, Envelopes.result("PENDING", 0))
        .answers(200, Envelopes.result("RUNNING", 50))
        .answers(200, Envelopes.result(end.getValue(), 100));

    var result = waiter.submitAndAwait(new SubmitPreCheckRequest().name("orders"), ENOUGH);

    assertThat(result.getProjectStatus()).isEqualTo(end);
    assertThat(server.requests())
        .hasSize(4)
        .last()
        .isEqualTo("/api/v2/GetPreCheckResult {\"id\":\"t_1\"}");
  }

  @Test
  void givesUpAtTheDeadlineAndSaysWhatItSawLast() {
    server.answers(200, Envelopes.result("RUNNING", 40));

    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> waiter.await("t_1", Duration.ofMillis(500)))
        .withMessage(
            "Precheck t_1 has not ended within 500 ms: RUNNING, 40.0 %. It goes on; wait for it"
                + " again.");
  }

  @Test
  void givesUpAtTheDeadlineEvenInTheMiddleOfARequest() {
    server.answersNever();

    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> waiter.await("t_1", Duration.ofMillis(100)))
        .withMessageContaining("not answered yet");
  }

  @Test
  void aServerThatIsBusyForAMomentIsNoFailure() throws Exception {
    server
        .answers(503, Envelopes.BUSY)
        .answers(502, "<html>Bad gateway</html>")
        .answers(200, Envelopes.result("FINISHED", 100));

    assertThat(waiter.await("t_1", ENOUGH).getProjectStatus()).isEqualTo(PreCheckStatus.FINISHED);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  void aRefusalEndsTheWaitAtOnce(int status) {
    server.answers(status, Envelopes.REFUSED);

    var refusal = catchThrowableOfType(PrecheckException.class, () -> waiter.await("t_1", ENOUGH));

    assertThat(refusal.code()).isEqualTo("PARAM_ERROR");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anInterruptEndsTheWait() {
    server.answers(200, Envelopes.result("RUNNING", 40));
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> waiter.await("t_1", ENOUGH));
    assertThat(Thread.interrupted()).isFalse();
  }
}
