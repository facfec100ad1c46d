package dev.precheck.app.http;

import dev.precheck.app.store.report.Page;
import org.jspecify.annotations.Nullable;

/** The contract's defaults for pages. */
final class Pages {

  private static final int SIZE = 10;

  private Pages() {}

  static Page page(@Nullable Integer number, @Nullable Integer size) {
    return new Page(number == null ? 1 : number, size == null ? SIZE : size);
  }
}
