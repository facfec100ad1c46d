package dev.precheck.spi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a {@link CheckType}; what is left out stays empty and is refused by the catalogue. */
public final class CheckTypeBuilder {

  private final String id;
  private final Map<Side, Needs> needs = new EnumMap<>(Side.class);
  private String title = "";
  private String condition = "";
  private String why = "";
  private When when = When.always();
  private List<Problem> problems = List.of();
  private Optional<String> skipConsequence = Optional.empty();
  private boolean removable;
  private boolean primaryOnly;

  CheckTypeBuilder(String id) {
    this.id = id;
  }

  public CheckTypeBuilder title(String text) {
    title = text;
    return this;
  }

  public CheckTypeBuilder condition(String text) {
    condition = text;
    return this;
  }

  public CheckTypeBuilder why(String text) {
    why = text;
    return this;
  }

  public CheckTypeBuilder when(When applies) {
    when = applies;
    return this;
  }

  /** The check looks at this side, and needs this for it. */
  public CheckTypeBuilder on(Side side, Needs itemNeeds) {
    needs.put(side, itemNeeds);
    return this;
  }

  public CheckTypeBuilder reports(Problem... declared) {
    problems = List.of(declared);
    return this;
  }

  /** An operator may skip it, at this price. */
  public CheckTypeBuilder skippable(String consequence) {
    skipConsequence = Optional.of(consequence);
    return this;
  }

  /** Offending objects can be taken out of the plan. */
  public CheckTypeBuilder removable() {
    removable = true;
    return this;
  }

  /** A standby is not looked at. */
  public CheckTypeBuilder primaryOnly() {
    primaryOnly = true;
    return this;
  }

  public CheckType build() {
    return new CheckType(
        id, title, condition, why, when, needs, problems, skipConsequence, removable, primaryOnly);
  }
}
