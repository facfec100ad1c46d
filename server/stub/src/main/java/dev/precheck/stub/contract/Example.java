package dev.precheck.stub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A named example of an answer. */
public final class Example {

  private final int status;
  private final String name;
  private final String mediaType;
  private final Map<String, String> headers;
  private final JsonNode value;
  private volatile @Nullable Template template;

  Example(int status, String name, String mediaType, Map<String, String> headers, JsonNode value) {
    this.status = status;
    this.name = name;
    this.mediaType = mediaType;
    this.headers = headers;
    this.value = value;
  }

  /** The answer of a status that has no body. */
  static Example empty(int status, Map<String, String> headers) {
    return new Example(status, "empty", "", headers, TextNode.valueOf(""));
  }

  /** Whether it has no body, and so no type. */
  public boolean isEmpty() {
    return mediaType.isEmpty();
  }

  /** The HTTP status of the path form. */
  public int status() {
    return status;
  }

  public String name() {
    return name;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Headers that the contract says the answer always has, with their example values. */
  public Map<String, String> headers() {
    return headers;
  }

  public JsonNode value() {
    return value;
  }

  /** Its text, written at the first use; that two threads write it at once does no harm. */
  public Template template() {
    Template known = template;
    if (known == null) {
      known = value.isObject() ? Template.ofEnvelope(value) : Template.ofText(value.asText());
      template = known;
    }
    return known;
  }
}
