package dev.precheck.app.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, our own logger down to TRACE. */
final class LogCapture implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger own = (Logger) LoggerFactory.getLogger("dev.precheck");
  private final Listener listener = new Listener();

  LogCapture() {
    listener.setContext(root.getLoggerContext());
    listener.start();
    root.addAppender(listener);
    own.setLevel(Level.TRACE);
  }

  /** What was logged, each with its stack trace. */
  List<String> lines() {
    return listener.lines;
  }

  /** What was logged with a stack trace. */
  List<String> traces() {
    return listener.traces;
  }

  @Override
  public void close() {
    root.detachAppender(listener);
    own.setLevel(null);
  }

  private static final class Listener extends AppenderBase<ILoggingEvent> {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> traces = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      IThrowableProxy thrown = event.getThrowableProxy();
      String line = event.getLevel() + " " + event.getFormattedMessage();
      if (thrown == null) {
        lines.add(line);
      } else {
        String trace = line + "\n" + ThrowableProxyUtil.asString(thrown);
        lines.add(trace);
        traces.add(trace);
      }
    }
  }
}
