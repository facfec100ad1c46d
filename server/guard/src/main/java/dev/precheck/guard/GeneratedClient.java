package dev.precheck.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.precheck.client.plain.HttpTransport;
import dev.precheck.client.plain.PrecheckException;
import dev.precheck.client.plain.WireForm;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** Calls a server through the generated Java client, with requests that were JSON before. */
final class GeneratedClient {

  private static final String PACKAGE = "dev.precheck.client.plain.";

  /** Refuses members that a class does not have. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final HttpTransport transport;

  GeneratedClient(URI server, String authorization, WireForm form) {
    transport =
        HttpTransport.to(server).withHeader("Authorization", authorization).withWireForm(form);
  }

  /** A body as the client's request; empty if the client cannot send just that. */
  static Optional<Object> request(Contract.Action action, JsonNode body) {
    try {
      Object request = JSON.treeToValue(body, type(action.name() + "Request"));
      JsonNode said = JSON.valueToTree(request);
      return Optional.of(request).filter(made -> SameJson.of(said).equals(SameJson.of(body)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * Calls an action.
   *
   * @return the answer, written as JSON again
   * @throws PrecheckException what the client throws for a refusal
   */
  JsonNode call(Contract.Action action, Object request) throws IOException, InterruptedException {
    try {
      Object api =
          Class.forName(PACKAGE + "api." + action.tag() + "Api")
              .getConstructor(HttpTransport.class)
              .newInstance(transport);
      Method method =
          Arrays.stream(api.getClass().getMethods())
              .filter(candidate -> candidate.getName().equals(action.operation()))
              .filter(candidate -> candidate.getParameterCount() == 1)
              .findFirst()
              .orElseThrow();
      return JSON.valueToTree(method.invoke(api, request));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof PrecheckException refusal) {
        throw refusal;
      }
      throw new IOException(action.name(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the client does not have the action as it should", e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(PACKAGE + "model." + name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError("the client has no such class", e);
    }
  }
}
