package dev.precheck.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every server of the contract does, in both wire forms; extend it with one that is running
 * and has nothing in it. All bodies are made from the contract.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContractSuite {

  private static final String JSON = "application/json";
  private static final int TOO_LARGE = 9_000_000;

  /** Where the server is, such as {@code http://127.0.0.1:8080}. */
  protected abstract URI server();

  /** The header Authorization of someone with the role admin. */
  protected abstract String authorization();

  static Stream<Contract.Action> actions() {
    return Contract.actions().stream();
  }

  @ParameterizedTest
  @MethodSource("actions")
  public void everyFaultOfABodyIsRefusedWhereItIs(Contract.Action action) {
    Caller caller = new Caller(server(), authorization());
    List<String> wrong = new ArrayList<>();
    for (WrongBody body : WrongBodies.of(action)) {
      String text = body.body().toString();
      Answer path = caller.path(action, text, JSON);
      if (path.status() != 400 || !isToldAt(body, path)) {
        wrong.add("path form: " + body + ": " + path.status() + " " + path.json());
      }
      Answer oms = caller.oms(action, text, JSON);
      if (body.unknownMember()) {
        if (isToldAt(body, oms) || !isNamedAsIgnored(body, oms)) {
          wrong.add("?Action= form: " + body + ": " + oms.headers() + " " + oms.json());
        }
      } else if (oms.status() != 200 || !isToldAt(body, oms)) {
        wrong.add("?Action= form: " + body + ": " + oms.status() + " " + oms.json());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isToldAt(WrongBody body, Answer answer) {
    return answer.code().equals("PARAM_ERROR")
        && answer.pointers().stream().anyMatch(there -> there.startsWith(body.pointer()));
  }

  private static boolean isNamedAsIgnored(WrongBody body, Answer answer) {
    return answer.status() == 200
        && answer
            .headers()
            .firstValue("X-Precheck-Ignored-Members")
            .filter(body.pointer()::equals)
            .isPresent();
  }

  @ParameterizedTest
  @MethodSource("actions")
  public void whatIsNoJsonIsRefused(Contract.Action action) {
    Caller caller = new Caller(server(), authorization());
    for (String body : List.of("", "{", "[]", "null", "{} {}", "{\"a\": 1, \"a\": 2}")) {
      assertThat(caller.path(action, body, JSON)).as(body).matches(a -> a.status() == 400);
      assertThat(caller.oms(action, body, JSON)).as(body).matches(a -> a.status() == 200);
      assertThat(caller.oms(action, body, JSON).code()).isEqualTo("PARAM_ERROR");
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  public void otherTypesOfContentAreRefused(Contract.Action action) {
    Caller caller = new Caller(server(), authorization());
    for (String type : List.of("text/plain", "application/xml", "multipart/form-data")) {
      assertThat(caller.path(action, action.body().toString(), type).status()).isEqualTo(415);
      assertThat(caller.oms(action, action.body().toString(), type).status()).isEqualTo(415);
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  public void bodiesThatAreTooLargeAreRefused(Contract.Action action) {
    Caller caller = new Caller(server(), authorization());
    String large = "{\"id\": \"" + " ".repeat(TOO_LARGE) + "\"}";

    assertThat(caller.path(action, large, JSON).status()).isEqualTo(413);
    assertThat(caller.oms(action, large, JSON).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @MethodSource("actions")
  public void otherMethodsAreRefusedWithTheRightOne(Contract.Action action) {
    Caller caller = new Caller(server(), authorization());
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      Answer answer = caller.otherMethod(action, method);

      assertThat(answer.status()).as(method).isEqualTo(405);
      assertThat(answer.headers().allValues("Allow")).as(method).containsExactly("POST");
      assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    }
  }

  /** Of the example itself, whatever becomes of it on a server that has nothing in it. */
  @ParameterizedTest
  @MethodSource("actions")
  public void bothFormsAnswerARequestThatFits(Contract.Action action) {
    Caller caller = new Caller(server(), authorization());
    String body = action.body().toString();

    Answer path = caller.path(action, body, JSON);
    Answer oms = caller.oms(action, body, JSON);

    assertThat(path.status()).isIn(200, 404, 409, 422, 429);
    assertThat(oms.code()).isNotEqualTo("PARAM_ERROR");
    assertThat(path.success()).isEqualTo(path.status() == 200);
  }
}
