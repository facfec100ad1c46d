package dev.precheck.app.http;

import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ByteBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.TypedMessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/** Writes events as they are; the framework's own writer cannot write a comment alone. */
@Singleton
@Produces(MediaType.TEXT_EVENT_STREAM)
final class StreamEventWriter implements TypedMessageBodyWriter<StreamEvent> {
  private static final Argument<StreamEvent> TYPE = Argument.of(StreamEvent.class);

  @Override
  public Argument<StreamEvent> getType() {
    return TYPE;
  }

  @Override
  public void writeTo(
      Argument<StreamEvent> type,
      MediaType mediaType,
      StreamEvent event,
      MutableHeaders headers,
      OutputStream out) {
    try {
      out.write(event.bytes());
    } catch (IOException e) {
      throw new CodecException("The event cannot be written.", e);
    }
  }

  @Override
  public ByteBuffer<?> writeTo(
      Argument<StreamEvent> type,
      MediaType mediaType,
      StreamEvent event,
      MutableHeaders headers,
      ByteBufferFactory<?, ?> buffers) {
    return buffers.wrap(event.bytes());
  }
}
