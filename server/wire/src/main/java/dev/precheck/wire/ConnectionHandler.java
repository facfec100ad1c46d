package dev.precheck.wire;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;

/**
 * Puts a handler into each connection, just before Micronaut's own; extend it with a singleton. All
 * connections share the handler, so it has to be sharable.
 */
public abstract class ConnectionHandler
    implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private final String name;
  private final ChannelHandler handler;

  /** For a handler under a name that no other has. */
  protected ConnectionHandler(String name, ChannelHandler handler) {
    this.name = name;
    this.handler = handler;
  }

  @Override
  public final NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(new Unbound());
    return registry;
  }

  /** Not yet for a connection. */
  private final class Unbound implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Connection(channel) : this;
    }
  }

  private final class Connection implements NettyServerCustomizer {
    private final Channel channel;

    private Connection(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void onStreamPipelineBuilt() {
      channel
          .pipeline()
          .addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, name, handler);
    }
  }
}
