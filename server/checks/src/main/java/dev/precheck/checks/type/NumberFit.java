package dev.precheck.checks.type;

import dev.precheck.checks.type.ValueSpace.Kind;
import java.math.BigDecimal;
import java.util.Objects;

/** Whether numbers fit. */
final class NumberFit {

  /** How many decimal digits a mantissa of so many bits keeps, whatever they are. */
  private static final double DIGITS_PER_BIT = Math.log10(2);

  /** A million values a second come there in 290,000 years. */
  private static final BigDecimal COUNTERS_END = BigDecimal.valueOf(Long.MAX_VALUE);

  private NumberFit() {}

  static Fit of(Sized source, Sized target) {
    if (target.kind() == Kind.TEXT) {
      return StringFit.printed(source, target);
    }
    if (target.isUnsigned() && !source.isUnsigned() && mayBeNegative(source, target)) {
      return Fit.lossy(target.fullType() + " holds no negative numbers.");
    }
    return switch (source.kind()) {
      case BOOLEAN -> flag(source, target);
      case INTEGER -> whole(source, target);
      case DECIMAL -> decimal(source, target);
      case FLOAT -> floating(source, target);
      default -> source.kind() == target.kind() ? Fit.SAME : Fit.other(source, target);
    };
  }

  /** Flags are not; two integers are compared by what they hold. */
  private static boolean mayBeNegative(Sized source, Sized target) {
    return source.kind() == Kind.DECIMAL
        || source.kind() == Kind.FLOAT
        || (source.kind() == Kind.INTEGER && target.kind() != Kind.INTEGER);
  }

  private static Fit flag(Sized source, Sized target) {
    return switch (target.kind()) {
      case BOOLEAN -> Fit.SAME;
      case INTEGER, DECIMAL, BITS -> Fit.widened();
      default -> Fit.other(source, target);
    };
  }

  private static Fit whole(Sized source, Sized target) {
    BigDecimal low = source.lowest().orElseThrow();
    BigDecimal high = source.highest().orElseThrow();
    return switch (target.kind()) {
      case INTEGER -> {
        BigDecimal from = target.lowest().orElseThrow();
        BigDecimal to = target.highest().orElseThrow();
        if (source.isCounted() && from.compareTo(low) <= 0 && isBeyondCounters(to, high)) {
          yield Fit.edge("Values above " + to + " are refused.");
        }
        if (from.compareTo(low) > 0 || to.compareTo(high) < 0) {
          yield Fit.lossy(
              target.fullType()
                  + " holds "
                  + from
                  + " to "
                  + to
                  + ", but there may be "
                  + low
                  + " to "
                  + high
                  + ".");
        }
        yield from.compareTo(low) == 0 && to.compareTo(high) == 0 ? Fit.SAME : Fit.widened();
      }
      case DECIMAL ->
          target.wholeDigits() >= high.precision()
              ? Fit.widened()
              : Fit.lossy(digits(target, target.wholeDigits(), high.precision()));
      case FLOAT ->
          high.precision() <= exactDigits(target)
              ? Fit.widened()
              : Fit.lossy(
                  target.fullType()
                      + " rounds numbers of more than "
                      + exactDigits(target)
                      + " digits.");
      case BOOLEAN ->
          source.fullType().equals("tinyint(1)")
              ? Fit.edge("Other numbers than 0 and 1 are refused.")
              : Fit.lossy("Other numbers than 0 and 1 are refused.");
      default -> Fit.other(source, target);
    };
  }

  /** Whether a type ends before another, but where no counter comes. */
  private static boolean isBeyondCounters(BigDecimal to, BigDecimal high) {
    return to.compareTo(high) < 0 && to.compareTo(COUNTERS_END) >= 0;
  }

  private static Fit decimal(Sized source, Sized target) {
    int whole = source.wholeDigits();
    int fraction = source.fraction();
    return switch (target.kind()) {
      case DECIMAL -> {
        if (target.wholeDigits() < whole) {
          yield Fit.lossy(digits(target, target.wholeDigits(), whole));
        }
        if (target.fraction() < fraction) {
          yield Fit.lossy(
              target.fullType() + " rounds to " + target.fraction() + " digits after the point.");
        }
        yield target.wholeDigits() == whole && target.fraction() == fraction
            ? Fit.SAME
            : Fit.widened();
      }
      case INTEGER -> {
        int room = target.highest().orElseThrow().precision() - 1;
        if (fraction > 0) {
          yield Fit.lossy(target.fullType() + " keeps no digits after the point.");
        }
        yield room >= whole ? Fit.widened() : Fit.lossy(digits(target, room, whole));
      }
      case FLOAT -> Fit.lossy(target.fullType() + " rounds decimal numbers.");
      default -> Fit.other(source, target);
    };
  }

  private static Fit floating(Sized source, Sized target) {
    return switch (target.kind()) {
      case FLOAT -> {
        int order =
            Objects.compare(
                target.highest().orElseThrow(),
                source.highest().orElseThrow(),
                BigDecimal::compareTo);
        if (order < 0) {
          yield Fit.lossy(
              target.fullType() + " has less precision than " + source.fullType() + ".");
        }
        yield order == 0 ? Fit.SAME : Fit.widened();
      }
      case DECIMAL, INTEGER ->
          Fit.lossy(target.fullType() + " does not hold very large and very small numbers.");
      default -> Fit.other(source, target);
    };
  }

  private static int exactDigits(Sized target) {
    return (int) (target.highest().orElseThrow().intValue() * DIGITS_PER_BIT);
  }

  private static String digits(Sized target, int has, int needs) {
    return needs == Integer.MAX_VALUE
        ? target.fullType() + " holds " + has + " digits before the point; there may be more."
        : target.fullType()
            + " holds "
            + has
            + " digits before the point; there may be "
            + needs
            + ".";
  }
}
