package dev.precheck.app.http;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.store.IdempotencyKey;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From the header Idempotency-Key to what is stored of it. */
@Singleton
final class SubmissionKeys {
  static final String HEADER = "Idempotency-Key";
  private static final int MAX_LENGTH = 255;
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final SubmittedPlans plans;

  SubmissionKeys(SubmittedPlans plans) {
    this.plans = plans;
  }

  /**
   * The key of a submission.
   *
   * @throws ApiException if the header's value can be no key
   */
  IdempotencyKey key(String header, SubmitPreCheckRequest request) {
    refuseSeveral();
    if (header.isEmpty() || header.length() > MAX_LENGTH) {
      throw refuse("has " + header.length() + " characters");
    }
    if (!header.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw refuse("has a character that is a blank, a control character or not ASCII");
    }
    return new IdempotencyKey(CurrentCaller.tenant(), header, hash(request));
  }

  private static void refuseSeveral() {
    int count =
        ServerRequestContext.currentRequest()
            .map(request -> request.getHeaders().getAll(HEADER).size())
            .orElse(1);
    if (count > 1) {
      throw refuse("is there " + count + " times");
    }
  }

  private static ApiException refuse(String why) {
    String message =
        "The header " + HEADER + " " + why + "; 1 to 255 visible ASCII characters are accepted.";
    return ApiException.violations(ErrorCode.PARAM_ERROR, List.of(new Violation("", message)))
        .advice("Use a key such as a random UUID, or leave the header out.");
  }

  /**
   * The same for bodies that mean the same: blanks, the order of members, and members that are null
   * or unknown make no difference. Nor does a later version that knows more members.
   */
  private String hash(SubmitPreCheckRequest request) {
    try {
      Object canonical = CANONICAL.readValue(plans.text(request), Object.class);
      byte[] text = CANONICAL.writeValueAsBytes(withoutNulls(canonical));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (IOException e) {
      throw new UncheckedIOException("A plan cannot be read as JSON.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static Object withoutNulls(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(SubmissionKeys::withoutNulls).toList();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> members = new TreeMap<>();
    map.forEach(
        (name, member) -> {
          if (member != null) {
            members.put(String.valueOf(name), withoutNulls(member));
          }
        });
    return members;
  }
}
