package dev.precheck.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The contract: what is served of it, and what requests are checked against. */
public final class Contract {

  /** Where it lies on the class path. */
  public static final String RESOURCE = "META-INF/precheck/precheck.yaml";

  /** The same as JSON, which the build writes. */
  private static final String JSON_RESOURCE = "META-INF/precheck/precheck.json";

  private static @Nullable Contract bundled;

  private final byte[] yaml;
  private final JsonNode root;
  private final RequestSchemas schemas;
  private final Map<String, String> bodies = new TreeMap<>();
  private final Map<String, RequestSchema> requests = new ConcurrentHashMap<>();
  private final Set<String> streams = new TreeSet<>();
  private final Map<String, ActionRules> rules = new TreeMap<>();
  private volatile @Nullable String tag;

  /**
   * Reads a contract.
   *
   * @throws IOException if it is no YAML
   */
  public Contract(byte[] yaml) throws IOException {
    this(yaml.clone(), new YAMLMapper().readTree(yaml));
  }

  private Contract(byte[] yaml, JsonNode root) {
    this.yaml = yaml;
    this.root = root;
    schemas = new RequestSchemas(root);
    root.path("paths").properties().forEach(path -> path(path.getValue()));
  }

  private void path(JsonNode path) {
    path.properties().forEach(method -> note(ActionRules.of(root, method.getValue())));
    JsonNode operation = path.path("post");
    if (operation.isMissingNode()) {
      streams.add(path.at("/get/x-oms-action").asText());
      return;
    }
    bodies.put(
        operation.path("x-oms-action").asText(),
        operation.at("/requestBody/content/application~1json/schema/$ref").asText());
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
    return new Contract(resource(RESOURCE), new JsonMapper().readTree(resource(JSON_RESOURCE)));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("The contract is not on the class path: " + name);
      }
      return in.readAllBytes();
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
    String known = tag;
    if (known == null) {
      known = "\"" + HexFormat.of().formatHex(hash(yaml), 0, 16) + "\"";
      tag = known;
    }
    return known;
  }

  /** What the body of an action has to look like; prepared at the first use. */
  public Optional<RequestSchema> request(String action) {
    return Optional.ofNullable(bodies.get(action))
        .map(reference -> requests.computeIfAbsent(action, name -> schemas.prepare(reference)));
  }

  /** The names of all actions, sorted. */
  Iterable<String> actions() {
    Set<String> actions = new TreeSet<>(bodies.keySet());
    actions.addAll(streams);
    return actions;
  }

  /** Whether an action is a stream of events, which is read with GET. */
  boolean isStream(String action) {
    return streams.contains(action);
  }
}
