package dev.precheck.app.http;

import dev.precheck.app.store.Revision;
import dev.precheck.app.store.Revisions;
import dev.precheck.app.store.Tombstones;
import dev.precheck.app.watch.Watchers;
import dev.precheck.wire.ActionRewriter;
import dev.precheck.wire.Quote;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Events of a precheck as they happen. Written by hand: a stream without an end is nothing that
 * generators know how to write down.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class WatchController {
  static final String ACTION = "WatchPreCheck";
  private static final int MAX_ID = 64;
  private static final Pattern EVENT_ID = Pattern.compile("[0-9]{1,16}");

  private final Revisions revisions;
  private final Tombstones tombstones;
  private final Watchers watchers;
  private final EventStreams streams;

  WatchController(
      Revisions revisions, Tombstones tombstones, Watchers watchers, EventStreams streams) {
    this.revisions = revisions;
    this.tombstones = tombstones;
    this.watchers = watchers;
    this.streams = streams;
  }

  /**
   * The stream.
   *
   * @param id the precheck
   * @param lastEventId of the last event that the client has seen; null for all
   * @throws ApiException before the stream begins, if it cannot
   */
  @Get(uri = ActionRewriter.ENDPOINT + "/" + ACTION, headRoute = false)
  @Produces(MediaType.TEXT_EVENT_STREAM)
  HttpResponse<?> watchPreCheck(
      @QueryValue @Nullable String id, @Header("Last-Event-ID") @Nullable String lastEventId) {
    Revision now = find(legalId(id));
    long since = since(lastEventId, now);
    if (since == now.revision() && now.status().isFinal()) {
      // The browser's EventSource comes back after the end, and stops at this answer.
      return HttpResponse.noContent();
    }
    watchers.refuseIfFull();
    return HttpResponse.ok(streams.events(now.id(), since))
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        // Proxies that collect an answer before they hand it on are told not to.
        .header("X-Accel-Buffering", "no");
  }

  private Revision find(String id) {
    return revisions.of(List.of(id)).stream().findFirst().orElseThrow(() -> tombstones.missing(id));
  }

  private static String legalId(@Nullable String id) {
    if (id == null || id.isEmpty() || id.length() > MAX_ID) {
      throw refuse(
          "/id",
          id == null
              ? "is missing."
              : "has " + id.length() + " characters; 1 to " + MAX_ID + " are accepted.",
          "Name the precheck in the address, for example ?id=t_6q2f81c0ab.");
    }
    return id;
  }

  private static long since(@Nullable String lastEventId, Revision now) {
    if (lastEventId == null || lastEventId.isEmpty()) {
      return 0;
    }
    if (!EVENT_ID.matcher(lastEventId).matches()) {
      throw refuse(
          "",
          "The header Last-Event-ID is " + Quote.of(lastEventId) + "; a number is accepted.",
          "Send the id of the last event that you have seen, or leave the header out.");
    }
    long since = Long.parseLong(lastEventId);
    // Not from this stream: begin anew.
    return since > now.revision() ? 0 : since;
  }

  private static ApiException refuse(String pointer, String why, String advice) {
    return ApiException.violations(ErrorCode.PARAM_ERROR, List.of(new Violation(pointer, why)))
        .advice(advice);
  }
}
