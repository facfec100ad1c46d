package dev.precheck.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.io.IOException;
import java.util.List;

/** From the bytes of a body to a tree, or to a sentence that says where and why not. */
final class BodyReader {

  /** The contract's deepest body has seven levels; what is deeper only costs. */
  static final int MAX_DEPTH = 64;

  private static final String ADVICE = "Send one JSON object, for example {\"id\": \"…\"}.";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .build();

  private BodyReader() {}

  /**
   * Reads a body.
   *
   * @throws ApiException if it is not exactly one JSON object
   */
  static JsonNode read(byte[] body) {
    if (body.length == 0) {
      throw refuse("", "The request body is empty.");
    }
    try (JsonParser parser = MAPPER.createParser(body)) {
      JsonNode tree = MAPPER.readTree(parser);
      if (tree == null || tree.isMissingNode()) {
        throw refuse("", "The request body is empty.");
      }
      if (parser.nextToken() != null) {
        throw refuse(
            MalformedText.place(parser.currentTokenLocation()),
            "something follows the JSON object, which is not accepted.");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw refuse(MalformedText.place(e.getLocation()), MalformedText.of(e));
    } catch (IOException e) {
      throw refuse("", "the text is not UTF-8.");
    }
  }

  private static ApiException refuse(String place, String why) {
    String message =
        place.isEmpty() ? why : "The request body is not JSON as it should be: " + place + why;
    return ApiException.violations(ErrorCode.PARAM_ERROR, List.of(new Violation("", message)))
        .advice(ADVICE);
  }
}
