package dev.precheck.wire;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns {@code /api/v2?Action=X} into {@code /api/v2/X} before anything is routed, so that one
 * route serves both forms. Nothing but the request line and one header is touched, and no state is
 * kept: bodies, keep-alive and pipelining are none of its business.
 */
@Sharable
public final class ActionRewriter extends ChannelInboundHandlerAdapter {

  /** Where all actions are. */
  public static final String ENDPOINT = "/api/v2";

  /** Routes do not mind it, so whoever looks at the path must not have to, either. */
  private static final Pattern TRAILING =
      Pattern.compile("^((?:https?://[^/?]*)?" + ENDPOINT + "/[^/?]+)/+(\\?.*)?$");

  /** Keeps dots, slashes and escapes out of the path. */
  private static final Pattern ACTION = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

  ActionRewriter() {}

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      rewrite(request);
    }
    context.fireChannelRead(message);
  }

  static void rewrite(HttpRequest request) {
    request.headers().remove(WireForm.HEADER);
    String uri = TRAILING.matcher(request.uri()).replaceFirst("$1$2");
    request.setUri(uri);
    int end = uri.indexOf('?');
    if (!isEndpoint(end < 0 ? uri : uri.substring(0, end))) {
      return;
    }
    List<String> actions =
        end < 0 ? List.of() : actions(new QueryStringDecoder(uri.substring(end), true));
    if (actions.size() == 1 && ACTION.matcher(actions.get(0)).matches()) {
      request.setUri(ENDPOINT + "/" + actions.get(0) + parameters(request, uri.substring(end)));
      request.headers().set(WireForm.HEADER, WireForm.ACTION.name());
    } else {
      // Without its query, which may be no legal one.
      request.setUri(ENDPOINT);
      request.headers().set(WireForm.HEADER, WireForm.NAMELESS.name());
    }
  }

  /** What is read with GET has its parameters in the address; those of actions are in the body. */
  private static String parameters(HttpRequest request, String query) {
    if (!request.method().equals(HttpMethod.GET)) {
      return "";
    }
    QueryStringEncoder rest = new QueryStringEncoder("");
    new QueryStringDecoder(query, true)
        .parameters()
        .forEach(
            (name, values) -> {
              if (!name.equals("Action")) {
                values.forEach(value -> rest.addParam(name, value));
              }
            });
    return rest.toString();
  }

  private static List<String> actions(QueryStringDecoder query) {
    try {
      return query.parameters().getOrDefault("Action", List.of());
    } catch (IllegalArgumentException e) {
      // A broken escape: the name cannot be read.
      return List.of();
    }
  }

  /** Also in the absolute form that proxies may send, {@code http://host/api/v2}. */
  private static boolean isEndpoint(String target) {
    String path = target;
    int scheme = target.indexOf("://");
    if (scheme > 0) {
      int slash = target.indexOf('/', scheme + 3);
      path = slash < 0 ? "/" : target.substring(slash);
    }
    return path.equals(ENDPOINT) || path.equals(ENDPOINT + "/");
  }
}
