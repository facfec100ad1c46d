package dev.precheck.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of the API as a benchmark needs to set its stage. */
final class Api {

  private static final Pattern ID = Pattern.compile("\"data\":\"([^\"]+)\"");
  private static final Pattern STATUS = Pattern.compile("\"projectStatus\":\"(FINISHED|FAILED)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  Api(int port) {
    this.port = port;
  }

  /** The id that an action answers with. */
  String call(String action, String body) throws IOException, InterruptedException {
    String answer = send(action, body);
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new IOException(action + " answered " + answer);
    }
    return id.group(1);
  }

  /**
   * Waits until a precheck has ended.
   *
   * @throws IOException also if it has failed: then what was measured is not what was meant
   */
  void awaitEnd(String precheck) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(600);
    while (System.nanoTime() < end) {
      String answer = send("GetPreCheckResult", "{\"id\":\"" + precheck + "\"}");
      Matcher status = STATUS.matcher(answer);
      if (status.find()) {
        if (status.group(1).equals("FAILED")) {
          throw new IOException("The precheck was to find nothing, and has failed: " + answer);
        }
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new IOException("The precheck did not end.");
  }

  /** The whole answer of an action. */
  String send(String action, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/" + action))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
