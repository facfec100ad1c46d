package dev.precheck.stub.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.wire.Contract;
import dev.precheck.wire.DocumentSchemas;
import dev.precheck.wire.error.Violation;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One version of the contract, ready to be answered from. Immutable. */
public final class Document {

  private final String source;
  private final Contract contract;
  private final DocumentSchemas schemas;
  private final Map<String, Operation> operations;

  private Document(String source, Contract contract) throws BrokenContract {
    this.source = source;
    this.contract = contract;
    schemas = new DocumentSchemas(contract.root());
    operations = new OperationReader(contract.root()).read();
    BrokenContract.refuse(source, OperationReader.faults(operations.values()));
  }

  /** The contract that this version was built from; its examples were judged by the build. */
  public static Document bundled() throws IOException, BrokenContract {
    return new Document("of this version", Contract.bundled());
  }

  /**
   * Reads a contract and judges all its examples.
   *
   * @param source where it comes from, for messages
   * @throws BrokenContract if it cannot be read, or an example breaks its schema
   */
  public static Document read(byte[] yaml, String source) throws BrokenContract {
    Document document = new Document(source, parse(yaml, source));
    BrokenContract.refuse(source, new ExampleCheck(document).faults());
    return document;
  }

  private static Contract parse(byte[] yaml, String source) throws BrokenContract {
    try {
      return new Contract(yaml);
    } catch (IOException e) {
      throw new BrokenContract(source, List.of("It is no YAML: " + e.getMessage()));
    }
  }

  /** Where it comes from. */
  public String source() {
    return source;
  }

  /** What requests are judged by. */
  public Contract contract() {
    return contract;
  }

  public JsonNode root() {
    return contract.root();
  }

  /** What answers are judged by. */
  public DocumentSchemas schemas() {
    return schemas;
  }

  public Optional<Operation> operation(String action) {
    return Optional.ofNullable(operations.get(action));
  }

  /** All of them, in the document's order. */
  public Collection<Operation> operations() {
    return operations.values();
  }

  /**
   * The schema of an answer.
   *
   * @return a JSON Pointer into the document
   */
  public String schema(Operation operation, int status, String mediaType) {
    JsonNode response =
        resolve(root(), operation.node().path("responses").path(Integer.toString(status)));
    String reference = response.path("content").path(mediaType).at("/schema/$ref").asText();
    return reference.isEmpty() ? "" : reference.substring(1);
  }

  /** What is wrong with an answer; empty if it fits, or if its schema has no name. */
  public List<Violation> faults(Operation operation, int status, String mediaType, JsonNode value) {
    String schema = schema(operation, status, mediaType);
    return schema.isEmpty() ? List.of() : schemas.faults(schema, value);
  }

  /** Follows a reference within the document, through further ones. */
  static JsonNode resolve(JsonNode root, JsonNode node) {
    return node.has("$ref")
        ? resolve(root, root.at(node.path("$ref").asText().substring(1)))
        : node;
  }
}
