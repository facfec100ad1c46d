package dev.precheck.app.cli.service;

import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;

/** The service cannot be started as it is set up; the message says what to change. */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** What stands behind a failed start, if it is the set-up; otherwise the failure itself. */
  static RuntimeException explain(RuntimeException failure) {
    return causes(failure)
        .flatMap(cause -> sentence(cause).map(text -> new StartFailure(text, failure)))
        .map(RuntimeException.class::cast)
        .findFirst()
        .orElse(failure);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static Stream<String> sentence(Throwable cause) {
    if (cause instanceof BindException
        || cause instanceof UnknownHostException
        || cause instanceof UnresolvedAddressException) {
      return Stream.of(
          "The address cannot be listened on ("
              + cause.getMessage()
              + "). Another program has the port, or this machine has no such address: see --port"
              + " and --host.");
    }
    if (isLocked(cause)) {
      return Stream.of(
          "Another Precheck is using the data directory. Stop it, or name another directory with"
              + " PRECHECK_DATA_DIR.");
    }
    if (cause instanceof FileSystemException file) {
      return Stream.of(
          "The data directory cannot be used ("
              + file.getClass().getSimpleName()
              + ": "
              + file.getMessage()
              + "). PRECHECK_DATA_DIR names another one.");
    }
    return isOurs(cause) ? Stream.of(String.valueOf(cause.getMessage())) : Stream.empty();
  }

  /** H2's code for a database file that is open elsewhere. */
  private static boolean isLocked(Throwable cause) {
    return cause.getClass().getName().startsWith("org.h2.")
        && String.valueOf(cause.getMessage()).contains("[90020-");
  }

  /** Whether our own code refused a setting, in a sentence made to be read. */
  private static boolean isOurs(Throwable cause) {
    boolean refusal =
        cause instanceof IllegalStateException || cause instanceof IllegalArgumentException;
    StackTraceElement[] trace = cause.getStackTrace();
    return refusal && trace.length > 0 && trace[0].getClassName().startsWith("dev.precheck.");
  }
}
