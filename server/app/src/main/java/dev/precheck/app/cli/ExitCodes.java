package dev.precheck.app.cli;

import dev.precheck.engine.Verdict;

/** What the process tells the one who called it. 64 and up are those of BSD's sysexits.h. */
public final class ExitCodes {

  /** Nothing stands in the way; warnings too, unless they count. */
  public static final int PASSED = 0;

  /** There are warnings, and {@code --strict} was given. */
  public static final int WARNING = 1;

  /** The migration would fail or lose data. */
  public static final int FAILED = 2;

  /** Nothing failed, but something could not be checked. */
  public static final int UNDETERMINED = 3;

  /** The command line is wrong; nothing was done. */
  public static final int USAGE = 64;

  /** A fault of Precheck itself. */
  public static final int SOFTWARE = 70;

  private ExitCodes() {}

  static int of(Verdict verdict, boolean strict) {
    return switch (verdict) {
      case PASSED, SKIPPED -> PASSED;
      case WARNING -> strict ? WARNING : PASSED;
      case FAILED -> FAILED;
      case UNDETERMINED -> UNDETERMINED;
    };
  }
}
