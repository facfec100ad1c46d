package dev.precheck.stub.http;

import dev.precheck.api.model.ErrorResponse;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyHandler;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Stands for the generated types of requests and answers, of which the stub reads and writes none
 * (see {@link UnboundArguments} and {@link Answers}). Without it, Micronaut would learn at the
 * start how to read and write each of them.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
final class UnreadTypes<T> implements MessageBodyHandler<T> {

  @Override
  public boolean isReadable(Argument<T> type, MediaType mediaType) {
    return isGenerated(type);
  }

  @Override
  public boolean isWriteable(Argument<T> type, MediaType mediaType) {
    return isGenerated(type);
  }

  /** A failure is written as what it is. */
  private static boolean isGenerated(Argument<?> type) {
    return type.getType() != ErrorResponse.class
        && type.getType().getPackage() == ErrorResponse.class.getPackage();
  }

  @Override
  public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream in) {
    throw new CodecException("The stub reads no " + type + ".");
  }

  @Override
  public void writeTo(
      Argument<T> type, MediaType mediaType, T value, MutableHeaders headers, OutputStream out) {
    throw new CodecException("The stub writes no " + type + ".");
  }
}
