package dev.precheck.checks.type;

import dev.precheck.checks.type.ValueSpace.Kind;
import java.util.Map;
import java.util.Optional;

/** Whether texts, byte strings and bit strings fit, and what is printed into a text. */
final class StringFit {

  /** How long a value is at most when it is printed, where that is known. */
  private static final Map<Kind, Integer> PRINTED =
      Map.of(
          Kind.UUID, 36,
          Kind.NETWORK, 43,
          Kind.INTEGER, 20,
          Kind.BOOLEAN, 5,
          Kind.DATE, 10,
          Kind.TIME, 17,
          Kind.TIMESTAMP, 26,
          Kind.INSTANT, 32);

  private StringFit() {}

  static Fit of(Sized source, Sized target) {
    Kind from = source.kind();
    Kind to = target.kind();
    if (from == to) {
      return length(source, target);
    } else if (from == Kind.BITS && to == Kind.BOOLEAN) {
      return source.characters().equals(Optional.of(1L))
          ? Fit.SAME
          : Fit.lossy("Only one bit is kept.");
    } else if (from == Kind.TEXT && to == Kind.BYTES) {
      return Fit.lossy("Bytes have no character set: they are compared and sorted as bytes.");
    } else if (to == Kind.JSON && isJsonOfMariaDb(source)) {
      return Fit.edge("A text that is no JSON is refused.");
    } else if (from == Kind.TEXT && (to == Kind.ENUM || to == Kind.JSON || to == Kind.UUID)) {
      return Fit.lossy("Texts of another form than " + target.fullType() + " are refused.");
    } else if (from == Kind.BYTES && to == Kind.UUID) {
      return source.octets() == 16 ? Fit.SAME : Fit.lossy("Only 16 bytes make a uuid.");
    } else if (from == Kind.BYTES && to == Kind.TEXT) {
      return Fit.lossy("Bytes that are no characters of the column's character set are refused.");
    }
    return Fit.other(source, target);
  }

  /** What MariaDB makes of the type JSON. */
  private static boolean isJsonOfMariaDb(Sized source) {
    return source.fullType().equals("longtext")
        && source.column().collation().equals("utf8mb4_bin");
  }

  private static Fit length(Sized source, Sized target) {
    Optional<Long> room = target.characters();
    if (room.isEmpty() || target.kind() == Kind.BYTES) {
      return octets(source, target);
    }
    long longest = source.characters().orElse(source.octets());
    if (longest > room.get()) {
      String units = target.kind() == Kind.BITS ? " bits." : " characters.";
      return Fit.lossy(target.fullType() + " holds " + room.get() + units);
    }
    return longest == room.get() ? Fit.SAME : Fit.widened();
  }

  private static Fit octets(Sized source, Sized target) {
    if (source.octets() <= target.octets()) {
      return source.octets() == target.octets() ? Fit.SAME : Fit.widened();
    }
    String reason = target.fullType() + " holds " + target.octets() + " bytes.";
    boolean huge = target.octets() >= 1 << 28;
    return huge ? Fit.edge(reason) : Fit.lossy(reason);
  }

  /** A value of another kind, kept as a text. */
  static Fit printed(Sized source, Sized target) {
    long room = target.characters().orElse(target.octets());
    Integer length = PRINTED.get(source.kind());
    if (length != null && room < length) {
      return Fit.lossy(
          target.fullType() + " holds " + room + " characters; there may be " + length + ".");
    }
    return switch (source.kind()) {
      case UUID, NETWORK, ENUM, SET, JSON, XML -> Fit.edge("It is kept as a text.");
      default -> Fit.lossy("It is kept as a text, and is compared and sorted as one.");
    };
  }
}
