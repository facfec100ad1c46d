package dev.precheck.app.http;

import dev.precheck.api.model.GetPreCheckResultResponse;
import dev.precheck.api.model.PreCheckResult;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ByteBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.TypedMessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes answers to GetPreCheckResult. Clients poll, and writing the same finished result again and
 * again would cost more than all the rest of the request: only its envelope is written anew.
 */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
final class ResultWriter implements TypedMessageBodyWriter<GetPreCheckResultResponse> {

  private static final Argument<GetPreCheckResultResponse> TYPE =
      Argument.of(GetPreCheckResultResponse.class);

  /** How an envelope ends that carries nothing; data is its last member. */
  private static final byte[] NO_DATA = "null}".getBytes(StandardCharsets.US_ASCII);

  private final JsonMapper json;
  private final Results results;

  ResultWriter(JsonMapper json, Results results) {
    this.json = json;
    this.results = results;
  }

  @Override
  public Argument<GetPreCheckResultResponse> getType() {
    return TYPE;
  }

  @Override
  public void writeTo(
      Argument<GetPreCheckResultResponse> type,
      MediaType mediaType,
      GetPreCheckResultResponse response,
      MutableHeaders headers,
      OutputStream out) {
    try {
      out.write(bytes(response, headers));
    } catch (IOException e) {
      throw new CodecException("The answer cannot be written.", e);
    }
  }

  @Override
  public ByteBuffer<?> writeTo(
      Argument<GetPreCheckResultResponse> type,
      MediaType mediaType,
      GetPreCheckResultResponse response,
      MutableHeaders headers,
      ByteBufferFactory<?, ?> buffers) {
    try {
      return buffers.wrap(bytes(response, headers));
    } catch (IOException e) {
      throw new CodecException("The answer cannot be written.", e);
    }
  }

  private byte[] bytes(GetPreCheckResultResponse response, MutableHeaders headers)
      throws IOException {
    headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    PreCheckResult result = response.getData();
    Optional<byte[]> known = result == null ? Optional.empty() : results.json(result);
    return known.isPresent()
        ? joined(json.writeValueAsBytes(response.data(null)), known.get())
        : json.writeValueAsBytes(response);
  }

  private static byte[] joined(byte[] envelope, byte[] data) {
    int head = envelope.length - NO_DATA.length;
    if (!Arrays.equals(envelope, head, envelope.length, NO_DATA, 0, NO_DATA.length)) {
      throw new IllegalStateException("The envelope of GetPreCheckResult does not end with data.");
    }
    byte[] whole = Arrays.copyOf(envelope, head + data.length + 1);
    System.arraycopy(data, 0, whole, head, data.length);
    whole[whole.length - 1] = '}';
    return whole;
  }
}
