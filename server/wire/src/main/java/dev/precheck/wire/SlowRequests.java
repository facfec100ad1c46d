package dev.precheck.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Cuts off whoever takes forever to send a request, byte by byte: each is let have so long for the
 * head and so long for the body. How long the answer takes is nobody's fault and not limited here.
 */
@Sharable
final class SlowRequests extends ChannelDuplexHandler {

  private static final AttributeKey<Future<?>> DEADLINE = AttributeKey.valueOf("precheck.deadline");

  private final Duration head;
  private final Duration body;

  /**
   * With these deadlines.
   *
   * @param head from the connection, or from the answer before, to the end of the request's head
   * @param body from there to its end
   */
  SlowRequests(Duration head, Duration body) {
    this.head = head;
    this.body = body;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    await(context, head);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      await(context, body);
    }
    if (message instanceof LastHttpContent) {
      cancel(context);
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof LastHttpContent) {
      await(context, head);
    }
    super.write(context, message, promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancel(context);
    context.fireChannelInactive();
  }

  private static void await(ChannelHandlerContext context, Duration time) {
    cancel(context);
    Future<?> deadline =
        context.executor().schedule(() -> cut(context), time.toMillis(), TimeUnit.MILLISECONDS);
    context.channel().attr(DEADLINE).set(deadline);
  }

  private static void cut(ChannelHandlerContext context) {
    ChannelFuture unused = context.close();
  }

  private static void cancel(ChannelHandlerContext context) {
    Future<?> deadline = context.channel().attr(DEADLINE).getAndSet(null);
    if (deadline != null) {
      deadline.cancel(false);
    }
  }
}
