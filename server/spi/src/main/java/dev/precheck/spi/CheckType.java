package dev.precheck.spi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything there is to say about a check. The contract's catalogue, the command line and the docs
 * page are printed from it.
 *
 * @param id what must hold, stable and never reused, for example {@code RDB_SCHEMA_EXIST}
 * @param title a noun phrase that "check" can follow, for example {@code Database existence}
 * @param condition what must hold, a full sentence
 * @param why what goes wrong otherwise, full sentences
 * @param when to which plans it applies
 * @param needs what an item reads, for each side the check looks at
 * @param problems what it can report
 * @param skipConsequence what skipping costs; empty where an operator may not skip it
 * @param removable whether offending objects can be taken out of the plan to make it pass
 * @param primaryOnly whether a standby is left out, because it can only repeat its primary
 */
public record CheckType(
    String id,
    String title,
    String condition,
    String why,
    When when,
    Map<Side, Needs> needs,
    List<Problem> problems,
    Optional<String> skipConsequence,
    boolean removable,
    boolean primaryOnly) {

  public CheckType {
    needs = Map.copyOf(needs);
    problems = List.copyOf(problems);
  }

  public static CheckTypeBuilder of(String id) {
    return new CheckTypeBuilder(id);
  }

  public Set<Side> sides() {
    return needs.keySet();
  }

  /** Whether it looks at this side of this plan. */
  public boolean appliesTo(Migration plan, Side side) {
    Needs onSide = needs.get(side);
    return onSide != null && when.test().test(plan) && onSide.when().test().test(plan);
  }

  /** To which plans it applies, on which side: a full sentence. */
  public String applies() {
    StringBuilder text = new StringBuilder("Applies ").append(when.text());
    for (Side side : Side.values()) {
      Needs onSide = needs.get(side);
      if (onSide != null && !onSide.when().equals(When.always())) {
        text.append(", on the ").append(side.label().toLowerCase(Locale.ROOT));
        text.append(" only ").append(onSide.when().text());
      }
    }
    return text.append(".").toString();
  }

  public boolean skippable() {
    return skipConsequence.isPresent();
  }

  /** The worst that one of its problems can be. */
  public Severity severity() {
    return problems.stream()
        .map(Problem::severity)
        .max(Severity::compareTo)
        .orElse(Severity.NOTICE);
  }
}
