package dev.precheck.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/**
 * What a change of the contract breaks, as docs/contract-evolution.md has it: for callers on the
 * wire, and for code that was generated from it.
 */
final class Compatibility {

  /** Clients take values that they do not know; docs/contract-evolution.md says so. */
  private static final OpenApiDiffOptions OPTIONS =
      OpenApiDiffOptions.builder()
          .configProperty("incompatible.response.enum.increased", "false")
          .configProperty("incompatible.operation.id.changed", "true")
          .build();

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+");

  private Compatibility() {}

  /** Sentences on what breaks; empty if everything that worked works on. */
  static List<String> breaks(JsonNode before, JsonNode after) {
    List<String> breaks = new ArrayList<>(names(before, after));
    ChangedOpenApi diff =
        OpenApiCompare.fromContents(text(before), text(after), List.of(), OPTIONS);
    if (!diff.isCompatible()) {
      ByteArrayOutputStream report = new ByteArrayOutputStream();
      new ConsoleRender().render(diff, new OutputStreamWriter(report, StandardCharsets.UTF_8));
      breaks.add(report.toString(StandardCharsets.UTF_8));
    }
    return breaks;
  }

  /**
   * What a version number allows: from 1.0 on a new major version may break, before it a new minor
   * one.
   */
  static boolean mayBreak(JsonNode before, JsonNode after) {
    return line(after).compareTo(line(before)) > 0;
  }

  /** The part of a version within which nothing breaks, so that a later one is greater. */
  private static BigDecimal line(JsonNode contract) {
    Matcher version = VERSION.matcher(contract.at("/info/version").asText());
    if (!version.matches()) {
      throw new IllegalStateException("info.version is not like 1.2.3");
    }
    BigDecimal major = new BigDecimal(version.group(1));
    return major.signum() > 0 ? major : new BigDecimal(version.group(2)).movePointLeft(9);
  }

  /**
   * The names that generated code consists of, and members that a strict server would refuse when
   * they are gone from a request. The library looks at neither.
   */
  private static List<String> names(JsonNode before, JsonNode after) {
    List<String> breaks = new ArrayList<>();
    JsonNode old = before.at("/components/schemas");
    for (String schema : Contract.names(old)) {
      JsonNode now = after.at("/components/schemas").path(schema);
      if (now.isMissingNode()) {
        breaks.add("The schema " + schema + " is gone.");
      } else {
        Contract.names(old.path(schema).path("properties")).stream()
            .filter(member -> !now.path("properties").has(member))
            .forEach(member -> breaks.add("The member " + member + " of " + schema + " is gone."));
      }
    }
    for (String path : Contract.names(before.path("paths"))) {
      for (String method : Contract.names(before.path("paths").path(path))) {
        JsonNode tags = before.path("paths").path(path).path(method).path("tags");
        JsonNode now = after.path("paths").path(path).path(method);
        if (!now.isMissingNode() && !now.path("tags").equals(tags)) {
          breaks.add(path + " has other tags: generated clients have it in another class.");
        }
      }
    }
    return breaks;
  }

  private static String text(JsonNode contract) {
    try {
      return new ObjectMapper().writeValueAsString(contract);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
