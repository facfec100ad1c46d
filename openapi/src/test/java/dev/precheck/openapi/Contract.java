package dev.precheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The contract as it lies on the class path, read as plain data. */
final class Contract {
  static final String RESOURCE = "META-INF/precheck/precheck.yaml";
  static final JsonNode ROOT = read(RESOURCE);

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  private Contract() {}

  /** One operation: its path and what stands under POST. */
  record Operation(String path, JsonNode node) {
    String action() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    JsonNode request() {
      return node.at("/requestBody/content/application~1json");
    }

    /** The body described for a status, the reference to a shared response followed. */
    JsonNode answer(String status) {
      return resolve(node.path("responses").path(status)).at("/content/application~1json");
    }

    List<String> statuses() {
      return names(node.path("responses"));
    }

    @Override
    public String toString() {
      return action();
    }
  }

  /** The actions; streams are apart. */
  static List<Operation> operations() {
    return names(ROOT.path("paths")).stream()
        .filter(path -> ROOT.path("paths").path(path).has("post"))
        .map(path -> new Operation(path, ROOT.path("paths").path(path).path("post")))
        .toList();
  }

  static Operation operation(String action) {
    return operations().stream().filter(o -> o.action().equals(action)).findFirst().orElseThrow();
  }

  /** Follows a reference inside the document, through further ones. */
  static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(ROOT.at(node.path("$ref").asText().substring(1))) : node;
  }

  static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The faults of a value against the schema that a media type refers to; empty if it fits. */
  static Set<String> faults(JsonNode mediaType, JsonNode value) {
    String location = "classpath:" + RESOURCE + mediaType.at("/schema/$ref").asText();
    JsonSchema schema = SCHEMAS.getSchema(SchemaLocation.of(location));
    Set<String> faults = new TreeSet<>();
    schema
        .validate(value, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .forEach(message -> faults.add(message.getMessage()));
    return faults;
  }

  static JsonNode read(String resource) {
    try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(resource)) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
