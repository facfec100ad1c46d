package dev.precheck.stub.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
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
final class ConnectionFaults implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private static final Breaker BREAKER = new Breaker();

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(new Unbound());
    return registry;
  }

  private static final class Unbound implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
    }
  }

  private record Connection(Channel channel) implements NettyServerCustomizer {
    @Override
    public void onStreamPipelineBuilt() {
      channel
          .pipeline()
          .addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, "breaker", BREAKER);
    }
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
