package dev.precheck.app.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precheck.app.store.EndedAttempt;
import dev.precheck.app.store.ItemStatus;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What is sent of an attempt that has ended.
 *
 * @param id the same for each try, and for no other event
 * @param body JSON
 */
record Message(String id, String body) {
  private static final JsonMapper JSON = new JsonMapper();

  static Message of(EndedAttempt ended) {
    ObjectNode event = JSON.createObjectNode();
    event.put("type", "precheck.finished");
    event.put("timestamp", ended.finishedAt().truncatedTo(ChronoUnit.MILLIS).toString());
    ObjectNode data = event.putObject("data");
    data.put("id", ended.precheckId());
    data.put("name", ended.name().orElse(null));
    data.put("projectId", ended.projectId().orElse(null));
    data.put("attempt", ended.attempt());
    data.put("status", ended.status().name());
    ObjectNode counts = data.putObject("verdictCounts");
    for (ItemStatus status : ItemStatus.values()) {
      counts.put(status.name().toLowerCase(Locale.ROOT), ended.counts().getOrDefault(status, 0));
    }
    data.put("errorDetail", ended.errorDetail().orElse(null));
    try {
      return new Message(
          "msg_" + ended.precheckId() + "_" + ended.attempt(), JSON.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event cannot be written as JSON.", e);
    }
  }
}
