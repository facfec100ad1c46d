package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The contract: what is served of it, and what requests are checked against. */
public final class Contract {

  /** Where it lies on the class path. */
  public static final String RESOURCE = "META-INF/precheck/precheck.yaml";

  private static @Nullable Contract bundled;

  private final byte[] yaml;
  private final JsonNode root;
  private final String tag;
  private final Map<String, RequestSchema> requests = new TreeMap<>();
  private final Set<String> streams = new TreeSet<>();
  private final Map<String, ActionRules> rules = new TreeMap<>();

  /**
   * Reads a contract.
   *
   * @throws IOException if it is no YAML
   */
  public Contract(byte[] yaml) throws IOException {
    this.yaml = yaml.clone();
    tag = "\"" + HexFormat.of().formatHex(hash(yaml), 0, 16) + "\"";
    root = new YAMLMapper().readTree(yaml);
    RequestSchemas schemas = new RequestSchemas(root);
    root.path("paths")
        .properties()
        .forEach(
            path -> {
              path.getValue()
                  .properties()
                  .forEach(method -> note(ActionRules.of(root, method.getValue())));
              JsonNode operation = path.getValue().path("post");
              if (operation.isMissingNode()) {
                streams.add(path.getValue().at("/get/x-oms-action").asText());
                return;
              }
              requests.put(
                  operation.path("x-oms-action").asText(),
                  schemas.prepare(
                      operation.at("/requestBody/content/application~1json/schema/$ref").asText()));
            });
  }

  private void note(ActionRules found) {
    rules.put(found.action(), found);
  }

  /** Who may call an action, and what it is about; empty if there is no such action. */
  public Optional<ActionRules> rules(String action) {
    return Optional.ofNullable(rules.get(action));
  }

  /** The one that this version was built from; read once, since it never changes. */
  public static synchronized Contract bundled() throws IOException {
    Contract known = bundled;
    if (known == null) {
      known = read();
      bundled = known;
    }
    return known;
  }

  private static Contract read() throws IOException {
    try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("The contract is not on the class path: " + RESOURCE);
      }
      return new Contract(in.readAllBytes());
    }
  }

  private static byte[] hash(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** The document, as it was written. */
  public byte[] yaml() {
    return yaml.clone();
  }

  /** The document as data; nobody may change it. */
  public JsonNode root() {
    return root;
  }

  /** Changes with the document; in quotes, as an ETag is. */
  String tag() {
    return tag;
  }

  /** What the body of an action has to look like. */
  public Optional<RequestSchema> request(String action) {
    return Optional.ofNullable(requests.get(action));
  }

  /** The names of all actions, sorted. */
  Iterable<String> actions() {
    Set<String> actions = new TreeSet<>(requests.keySet());
    actions.addAll(streams);
    return actions;
  }

  /** Whether an action is a stream of events, which is read with GET. */
  boolean isStream(String action) {
    return streams.contains(action);
  }
}
