package dev.precheck.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a plan means, in 64 characters: two plans have the same hash if the same is to be moved in
 * the same way between the same data sources, however they are written down and whatever they are
 * called. Whoever has prechecked the one need not precheck the other.
 *
 * <p>The hash is the SHA-256 of the plan with its members sorted. Left out is what only names it
 * ({@code name}, {@code labelIds}, {@code projectId}, {@code subProject}, {@code description}), and
 * what says no more than its absence: null, false, empty lists and empty objects. The order within
 * lists does not count, for every list of a plan is a set.
 */
public final class PlanHash {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Of the plan as a whole; tables have names that do count. */
  private static final Set<String> NAMING =
      Set.of("name", "labelIds", "projectId", "subProject", "description");

  private PlanHash() {}

  /**
   * The hash of a plan.
   *
   * @param plan the body of SubmitPreCheck, JSON, with the data sources' ids
   * @return 64 hexadecimal digits in lower case
   */
  public static String of(String plan) {
    Map<String, String> members = new TreeMap<>();
    parsed(plan).properties().stream()
        .filter(member -> !NAMING.contains(member.getKey()))
        .forEach(member -> put(members, member));
    return sha256(object(members));
  }

  /** One text for all ways to write a value down; empty if it says nothing. */
  private static String canonical(JsonNode value) {
    if (value.isObject()) {
      Map<String, String> members = new TreeMap<>();
      value.properties().forEach(member -> put(members, member));
      return members.isEmpty() ? "" : object(members);
    }
    if (value.isArray()) {
      Set<String> elements = new TreeSet<>();
      value.forEach(element -> elements.add(canonical(element)));
      return elements.isEmpty() ? "" : "[" + String.join(",", elements) + "]";
    }
    boolean silent = value.isNull() || (value.isBoolean() && !value.asBoolean());
    return silent ? "" : value.toString();
  }

  private static void put(Map<String, String> members, Map.Entry<String, JsonNode> member) {
    String value = canonical(member.getValue());
    if (!value.isEmpty()) {
      members.put(member.getKey(), value);
    }
  }

  /** Names are the contract's, so none needs an escape. */
  private static String object(Map<String, String> members) {
    StringBuilder text = new StringBuilder("{");
    members.forEach((name, value) -> text.append(name).append(':').append(value).append(';'));
    return text.append('}').toString();
  }

  private static JsonNode parsed(String plan) {
    try {
      return MAPPER.readTree(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A plan is not JSON.", e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
