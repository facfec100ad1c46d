package dev.precheck.checks.type;

import dev.precheck.checks.type.ValueSpace.Kind;
import java.math.BigDecimal;

/** Whether dates and times fit. */
final class TimeFit {

  /** Years that applications really keep. */
  private static final BigDecimal USUAL_FROM = BigDecimal.valueOf(1900);

  private static final BigDecimal USUAL_TO = BigDecimal.valueOf(2100);

  private TimeFit() {}

  static Fit of(Sized source, Sized target) {
    Kind from = source.kind();
    Kind to = target.kind();
    if (to == Kind.TEXT) {
      return StringFit.printed(source, target);
    } else if (from == Kind.TIMETZ || to == Kind.TIMETZ) {
      return timeWithZone(source, target);
    } else if (from == Kind.TIME || to == Kind.TIME) {
      return from == to
          ? worse(range(source, target), fraction(source, target))
          : clock(source, target);
    } else if (!target.isTime()) {
      return Fit.other(source, target);
    }
    return worse(worse(range(source, target), fraction(source, target)), meaning(from, to));
  }

  private static Fit timeWithZone(Sized source, Sized target) {
    if (source.kind() == target.kind()) {
      return fraction(source, target);
    }
    return target.kind() == Kind.TIME
        ? Fit.lossy("The offset from UTC is not kept.")
        : Fit.other(source, target);
  }

  private static Fit clock(Sized source, Sized target) {
    return source.kind() == Kind.TIME && target.kind() == Kind.INTERVAL
        ? Fit.widened()
        : Fit.other(source, target);
  }

  private static Fit meaning(Kind from, Kind to) {
    if (from == to) {
      return Fit.SAME;
    } else if (to == Kind.DATE) {
      return Fit.lossy("The time of the day is not kept.");
    } else if (from == Kind.INSTANT) {
      return Fit.lossy("A moment becomes a wall clock's time: its zone is for the reader to know.");
    } else if (to == Kind.INSTANT) {
      return Fit.lossy("A wall clock's time becomes a moment: the session's zone decides which.");
    }
    return Fit.widened();
  }

  private static Fit range(Sized source, Sized target) {
    BigDecimal from = target.lowest().orElseThrow();
    BigDecimal to = target.highest().orElseThrow();
    if (from.compareTo(source.lowest().orElseThrow()) <= 0
        && to.compareTo(source.highest().orElseThrow()) >= 0) {
      return Fit.SAME;
    }
    if (source.kind() == Kind.TIME) {
      return Fit.lossy(target.fullType() + " holds times from " + from + " to " + to + " hours.");
    }
    String reason = target.fullType() + " holds the years " + from + " to " + to + ".";
    boolean usual = from.compareTo(USUAL_FROM) <= 0 && to.compareTo(USUAL_TO) >= 0;
    return usual ? Fit.edge(reason) : Fit.lossy(reason);
  }

  private static Fit fraction(Sized source, Sized target) {
    int kept = Math.max(target.column().precision(), 0);
    if (source.column().precision() <= kept) {
      return Fit.SAME;
    }
    return target.kind() == Kind.DATE
        ? Fit.SAME
        : Fit.lossy(target.fullType() + " keeps " + kept + " digits of a second's fraction.");
  }

  private static Fit worse(Fit one, Fit other) {
    return other.fidelity().compareTo(one.fidelity()) > 0 ? other : one;
  }
}
