package dev.precheck.app.webhook;

import dev.precheck.app.config.WebhookSettings;
import dev.precheck.app.config.WebhookTarget;
import dev.precheck.app.store.StoreClock;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;

/** Sends one message once. */
@Singleton
final class Sender {
  private static final int GONE = 410;

  private final WebhookSettings settings;
  private final StoreClock clock;
  private final HttpClient http;

  Sender(WebhookSettings settings, StoreClock clock) {
    this.settings = settings;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.connect())
            // Another address would be none that the operator has chosen.
            .followRedirects(Redirect.NEVER)
            .build();
  }

  /**
   * Sends it.
   *
   * @throws InterruptedException if the server is being stopped
   */
  Answer send(Message message, WebhookTarget target) throws InterruptedException {
    long now = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(target.url())
            .timeout(settings.answer())
            .header("Content-Type", "application/json")
            .header("User-Agent", "Precheck")
            .header("webhook-id", message.id())
            .header("webhook-timestamp", Long.toString(now))
            .header(
                "webhook-signature", Signature.of(target.key(), message.id(), now, message.body()))
            .POST(BodyPublishers.ofString(message.body()))
            .build();
    try {
      // Of the answer, the status is all that counts: its body is not read.
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      response.body().close();
      return answer(response.statusCode());
    } catch (HttpTimeoutException e) {
      return new Answer.Failed("there was no answer in time");
    } catch (ConnectException e) {
      return new Answer.Failed("no connection was possible");
    } catch (IOException e) {
      // Its text may repeat the address.
      return new Answer.Failed("the connection broke (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Answer answer(int status) {
    if (status >= 200 && status < 300) {
      return new Answer.Delivered();
    }
    if (status == GONE) {
      return new Answer.Unwanted();
    }
    return new Answer.Failed(
        "the answer was HTTP " + status + (status / 100 == 3 ? ", which is not followed" : ""));
  }
}
