package dev.precheck.checks.type;

import dev.precheck.checks.Families;
import dev.precheck.checks.type.ValueSpace.Kind;
import dev.precheck.spi.Column;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.DatabaseEngine;
import java.util.Optional;

/**
 * Whether the values of one column fit into another one that is there already.
 *
 * @param fidelity how much of them
 * @param reason what is lost, as a sentence; empty if nothing is
 */
public record Fit(Fidelity fidelity, String reason) {

  private static final int UUID_BYTES = 16;

  static final Fit SAME = new Fit(Fidelity.SAME, "");

  /**
   * Compares two columns by what the tables of this package say of their types.
   *
   * @return empty if they say nothing of one of them and the types' names differ
   */
  public static Optional<Fit> of(
      DatabaseEngine sourceEngine, Column source, DatabaseEngine targetEngine, Column target) {
    Optional<ValueSpace> from =
        source.typeKind() == TypeKind.DOMAIN && !Families.areOne(sourceEngine, targetEngine)
            ? ValueSpaces.ofBase(sourceEngine, source)
            : ValueSpaces.of(sourceEngine, source);
    Optional<ValueSpace> to = ValueSpaces.of(targetEngine, target);
    if (from.isPresent() && to.isPresent()) {
      Fit fit = between(new Sized(from.get(), source), new Sized(to.get(), target));
      return fit.fidelity == Fidelity.UNSUPPORTED
          ? mapped(sourceEngine, source, targetEngine, target).or(() -> Optional.of(fit))
          : Optional.of(fit);
    }
    boolean sameName =
        source.typeName().equals(target.typeName()) && Families.areOne(sourceEngine, targetEngine);
    return sameName
        ? Optional.of(sized(source, target))
        : mapped(sourceEngine, source, targetEngine, target);
  }

  /** One type of which nothing is known but its parameters; what users made of it is PG_TYPE's. */
  private static Fit sized(Column source, Column target) {
    if (source.typeKind() == TypeKind.DOMAIN) {
      return SAME;
    }
    boolean shorter = target.characters() > 0 && source.characters() > target.characters();
    boolean fewer = target.precision() >= 0 && source.precision() > target.precision();
    return shorter || fewer || source.scale() > Math.max(target.scale(), 0)
        ? lossy(target.fullType() + " is shorter than " + source.fullType() + ".")
        : SAME;
  }

  /** The target has the very type that the pair's mapping names. */
  private static Optional<Fit> mapped(
      DatabaseEngine sourceEngine, Column source, DatabaseEngine targetEngine, Column target) {
    return TypeMapping.between(sourceEngine, targetEngine)
        .flatMap(mapping -> mapping.of(source))
        .filter(type -> named(type.target()).equals(target.typeName()))
        .map(type -> new Fit(type.fidelity(), type.change()));
  }

  /**
   * A type of the target's DDL as its catalogue has it: no parameters, an array's as {@code _text}.
   */
  private static String named(String type) {
    String plain = type.replaceAll(" *\\(.*", "");
    return plain.endsWith("[]") ? "_" + plain.substring(0, plain.length() - 2) : plain;
  }

  private static Fit between(Sized source, Sized target) {
    Kind from = source.kind();
    if (source.isNumber()) {
      return NumberFit.of(source, target);
    } else if (source.isTime()) {
      return TimeFit.of(source, target);
    } else if (from == Kind.TEXT || from == Kind.BYTES || from == Kind.BITS) {
      return StringFit.of(source, target);
    } else if (from == Kind.UUID && target.kind() == Kind.BYTES && target.octets() >= UUID_BYTES) {
      return edge("It is kept as bytes.");
    } else if (from == target.kind()) {
      return from == Kind.ENUM || from == Kind.SET ? labels(source, target) : SAME;
    } else if (target.kind() == Kind.TEXT) {
      return StringFit.printed(source, target);
    }
    return other(source, target);
  }

  private static Fit labels(Sized source, Sized target) {
    if (source.fullType().equals(target.fullType()) || !source.hasLabels() || !target.hasLabels()) {
      return SAME;
    }
    String first = source.fullType().substring(0, source.fullType().length() - 1);
    return target.fullType().startsWith(first + ",")
        ? widened()
        : lossy("The labels are " + target.fullType() + " instead of " + source.fullType() + ".");
  }

  static Fit widened() {
    return new Fit(Fidelity.WIDENED, "");
  }

  static Fit edge(String reason) {
    return new Fit(Fidelity.EDGE, reason);
  }

  static Fit lossy(String reason) {
    return new Fit(Fidelity.LOSSY, reason);
  }

  static Fit other(Sized source, Sized target) {
    return new Fit(
        Fidelity.UNSUPPORTED,
        target.fullType() + " does not hold what " + source.fullType() + " holds.");
  }
}
