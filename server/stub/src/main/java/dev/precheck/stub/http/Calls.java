package dev.precheck.stub.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.precheck.stub.contract.Document;
import dev.precheck.stub.contract.Operation;
import dev.precheck.stub.contract.Parameter;
import dev.precheck.wire.ActionRewriter;
import dev.precheck.wire.BodyObserver;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the stub keeps of a request while it answers it. */
@Singleton
final class Calls implements BodyObserver {

  private static final String BODY = "precheck.stub.body";
  private static final String VALID = "precheck.stub.valid";
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void observe(HttpRequest<?> request, byte[] body) {
    request.setAttribute(BODY, body);
  }

  /** The name of the action; empty if the path has none. */
  static String action(HttpRequest<?> request) {
    String prefix = ActionRewriter.ENDPOINT + "/";
    String path = request.getPath();
    return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
  }

  /** The bytes of the body; empty if it was not read. */
  static Optional<byte[]> bytes(HttpRequest<?> request) {
    return request.getAttribute(BODY, byte[].class);
  }

  /** The body of a request that has passed its checks. */
  static JsonNode body(HttpRequest<?> request) {
    try {
      Optional<byte[]> bytes = bytes(request);
      return bytes.isPresent() ? JSON.readTree(bytes.get()) : MissingNode.getInstance();
    } catch (IOException e) {
      throw new IllegalStateException("The body was readable before.", e);
    }
  }

  /** Refuses headers and query parameters that the contract does not allow. */
  static void refuseWrongParameters(
      HttpRequest<?> request, Operation operation, Document document) {
    List<Violation> faults = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      String value =
          parameter.inHeader()
              ? request.getHeaders().get(parameter.name())
              : request.getParameters().get(parameter.name());
      faults.addAll(parameter.faults(value, document.schemas()));
    }
    if (!faults.isEmpty()) {
      throw ApiException.violations(ErrorCode.PARAM_ERROR, faults);
    }
  }

  static void markValid(HttpRequest<?> request) {
    request.setAttribute(VALID, true);
  }

  /** Whether the request has passed all checks. */
  static boolean isValid(HttpRequest<?> request) {
    return request.getAttribute(VALID).isPresent();
  }
}
