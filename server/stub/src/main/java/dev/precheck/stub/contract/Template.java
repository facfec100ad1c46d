package dev.precheck.stub.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSON text that is written once, with places that each answer fills in anew. */
public final class Template {

  /** What stands in a place. */
  public enum Place {
    REQUEST_ID,
    COST,
    PRECHECK_ID,
    PLAN_NAME;

    /** The text that marks the place; as a whole value it becomes whatever is filled in. */
    public String mark() {
      return "{{" + name() + "}}";
    }
  }

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern MARK =
      Pattern.compile("\"\\{\\{(REQUEST_ID|COST|PRECHECK_ID|PLAN_NAME)}}\"");

  private final List<byte[]> texts = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final int length;

  private Template(String json) {
    Matcher mark = MARK.matcher(json);
    int start = 0;
    while (mark.find()) {
      texts.add(json.substring(start, mark.start()).getBytes(StandardCharsets.UTF_8));
      places.add(Place.valueOf(mark.group(1)));
      start = mark.end();
    }
    texts.add(json.substring(start).getBytes(StandardCharsets.UTF_8));
    length = texts.stream().mapToInt(text -> text.length).sum();
  }

  /** The template of an answer; its requestId and cost become places. */
  public static Template ofEnvelope(JsonNode envelope) {
    ObjectNode copy = envelope.deepCopy();
    copy.put("requestId", Place.REQUEST_ID.mark()).put("cost", Place.COST.mark());
    return new Template(text(copy));
  }

  /** A template without places. */
  public static Template ofText(String text) {
    return new Template(text);
  }

  /**
   * The text.
   *
   * @param values what to fill in; a place that is not among them becomes null
   */
  public byte[] fill(Map<Place, String> values) {
    byte[] out = Arrays.copyOf(texts.get(0), length + 64 * places.size());
    int end = texts.get(0).length;
    for (int i = 0; i < places.size(); i++) {
      String value = values.get(places.get(i));
      byte[] json = (value == null ? "null" : quoted(value)).getBytes(StandardCharsets.UTF_8);
      byte[] text = texts.get(i + 1);
      if (out.length < end + json.length + text.length) {
        out = Arrays.copyOf(out, end + json.length + length);
      }
      System.arraycopy(json, 0, out, end, json.length);
      System.arraycopy(text, 0, out, end + json.length, text.length);
      end += json.length + text.length;
    }
    return end == out.length ? out : Arrays.copyOf(out, end);
  }

  private static String quoted(String value) {
    return text(JSON.getNodeFactory().textNode(value));
  }

  private static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written.", e);
    }
  }
}
