package dev.precheck.app.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.precheck.app.store.access.AuditEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event as one line of JSON, so that no name in it can forge another line. */
final class AuditLine {

  private static final JsonMapper JSON = new JsonMapper();

  private AuditLine() {}

  static String of(AuditEntry entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("action", entry.action());
    line.put("caller", entry.caller());
    line.put("tenant", entry.tenant());
    line.put("token", entry.tokenId().orElse(null));
    line.put("role", entry.role().name());
    line.put("objects", entry.objects());
    line.put("code", entry.code().orElse(null));
    line.put("requestId", entry.requestId());
    line.put("address", entry.address());
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can always be written as JSON.", e);
    }
  }
}
