package dev.precheck.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * When a check applies, as a predicate and as the sentence that tells a reader.
 *
 * @param text completes "Applies …", for example {@code to plans with full transfer}
 * @param test whether it applies to a plan
 */
public record When(String text, Predicate<Migration> test) {

  private static final When ALWAYS = new When("to every plan", plan -> true);

  public static When always() {
    return ALWAYS;
  }

  /** Applies where the plan runs at least one of the phases. */
  public static When anyOf(Phase... phases) {
    String names = Arrays.stream(phases).map(Phase::label).collect(Collectors.joining(" or "));
    return new When(
        "to plans with " + names,
        plan -> Arrays.stream(phases).anyMatch(phase -> plan.phases().contains(phase)));
  }

  /** Applies where the plan does not run the phase. */
  public static When without(Phase phase) {
    return new When("to plans without " + phase.label(), plan -> !plan.runs(phase));
  }

  /**
   * Applies, of those plans, to those between two servers of one family.
   *
   * @param family as in {@link DatabaseEngine#family()}
   * @param engines its engines, for example {@code MySQL or MariaDB}
   */
  public When withinFamily(String family, String engines) {
    return and(
        "whose source and target are both " + engines,
        plan ->
            plan.source().engine().family().equals(family)
                && plan.target().engine().family().equals(family));
  }

  /**
   * Applies, of those plans, to those whose side is a server of a family.
   *
   * @param family as in {@link DatabaseEngine#family()}
   * @param engines its engines, for example {@code MySQL or MariaDB}
   */
  public When whose(Side side, String family, String engines) {
    return and(
        "whose " + side.label().toLowerCase(Locale.ROOT) + " is " + engines,
        plan -> plan.endpoint(side).engine().family().equals(family));
  }

  /** Applies, of those plans, to those between servers that share neither catalogue nor dialect. */
  public When acrossFamilies() {
    return and(
        "between databases of different families",
        plan -> !plan.source().engine().family().equals(plan.target().engine().family()));
  }

  /** Applies where both apply. */
  public When and(String moreText, Predicate<Migration> more) {
    return new When(text + " " + moreText, test.and(more));
  }
}
