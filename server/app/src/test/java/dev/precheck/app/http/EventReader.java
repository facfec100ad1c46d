package dev.precheck.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Reads a stream of server-sent events as a browser would, and keeps all of it. */
final class EventReader implements AutoCloseable {

  /** One event; the id is that of the event itself, not the last one seen. */
  record Event(String id, String name, String data) {}

  private static final JsonMapper JSON = new JsonMapper();

  private final Lines lines = new Lines();
  private final CompletableFuture<?> answer;
  private volatile HttpHeaders headers = HttpHeaders.of(Map.of(), (name, value) -> true);

  EventReader(int port, String target, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target));
    headers.forEach(request::header);
    answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .sendAsync(
                request.build(),
                info -> {
                  this.headers = info.headers();
                  return BodyHandlers.fromLineSubscriber(lines).apply(info);
                });
  }

  private static final class Lines implements Subscriber<String> {
    private final List<String> read = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    @Override
    public void onSubscribe(Subscription begun) {
      begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      read.add(line);
    }

    @Override
    public void onError(Throwable failure) {
      read.add("broken: " + failure);
      ended = true;
    }

    @Override
    public void onComplete() {
      ended = true;
    }
  }

  boolean hasEnded() {
    return lines.ended;
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Every line, comments and blanks too. */
  List<String> lines() {
    return List.copyOf(lines.read);
  }

  List<Event> events() {
    List<Event> events = new ArrayList<>();
    String id = "";
    String name = "";
    String data = "";
    for (String line : lines.read) {
      if (line.isEmpty() && !name.isEmpty()) {
        events.add(new Event(id, name, data));
        id = "";
        name = "";
        data = "";
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      }
    }
    return events;
  }

  List<Event> events(String name) {
    return events().stream().filter(event -> event.name().equals(name)).toList();
  }

  /** The last state of each item that was told, by name. */
  Map<String, JsonNode> items() throws IOException {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    for (Event event : events("item")) {
      JsonNode item = JSON.readTree(event.data());
      items.put(item.path("name").asText(), item);
    }
    return items;
  }

  /** The ids of those events that have one. */
  List<Integer> ids() {
    return events().stream()
        .filter(event -> !event.id().isEmpty())
        .map(event -> Integer.valueOf(event.id()))
        .toList();
  }

  /** Goes away without a word, as a browser does whose tab is closed. */
  @Override
  public void close() {
    answer.cancel(true);
  }
}
