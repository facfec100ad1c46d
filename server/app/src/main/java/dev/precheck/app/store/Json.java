package dev.precheck.app.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** Lists and maps as the text of a column. */
final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
  private static final TypeReference<List<List<String>>> TABLE = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

  private Json() {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A value cannot be written as JSON.", e);
    }
  }

  static List<String> list(String text) {
    return read(text, LIST);
  }

  static List<List<String>> table(String text) {
    return read(text, TABLE);
  }

  static Map<String, String> map(String text) {
    return read(text, MAP);
  }

  static BlackObjects blackObjects(String text) {
    return read(text, new TypeReference<>() {});
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A column of the store does not hold the JSON it should.", e);
    }
  }
}
