package dev.precheck.stub.http;

import dev.precheck.wire.ConnectionHandler;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;

/** Breaks connections in the middle of an answer that is marked so. */
@Singleton
final class ConnectionFaults extends ConnectionHandler {

  ConnectionFaults() {
    super("breaker", new Breaker());
  }

  @Sharable
  @SuppressWarnings("FutureReturnValueIgnored") // The promise tells its owner what comes of it.
  private static final class Breaker extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      String fault =
          message instanceof FullHttpResponse whole ? whole.headers().get(Faults.MARK) : null;
      if (fault == null) {
        context.write(message, promise);
      } else if (fault.equals(Faults.RESET)) {
        ReferenceCountUtil.release(message);
        // Without lingering, closing sends RST: the client sees "connection reset".
        context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        context.close(promise.unvoid());
      } else {
        truncate(context, (FullHttpResponse) message, promise);
      }
    }

    /** The whole head, half of the body that it promises, and the end. */
    private static void truncate(
        ChannelHandlerContext context, FullHttpResponse whole, ChannelPromise promise) {
      ByteBuf half = whole.content().readRetainedSlice(whole.content().readableBytes() / 2);
      context.write(
          new DefaultHttpResponse(
              whole.protocolVersion(), whole.status(), whole.headers().remove(Faults.MARK)));
      context
          .writeAndFlush(new DefaultHttpContent(half), promise.unvoid())
          .addListener(ChannelFutureListener.CLOSE);
      whole.release();
    }
  }
}
