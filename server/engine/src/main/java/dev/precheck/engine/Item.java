package dev.precheck.engine;

import dev.precheck.spi.Check;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.util.Objects;

/**
 * One line of a report: a check, for one side and role.
 *
 * @param position from 0, unique within its plan
 */
public record Item(int position, Check check, Side side, Role role) {

  public CheckType type() {
    return check.type();
  }

  /** For example {@code Source-Primary database-Database connectivity check}. */
  public String name() {
    return side.label() + "-" + role.label() + "-" + type().title() + " check";
  }

  @Override
  public String toString() {
    return name();
  }

  Place place() {
    return new Place(side, role);
  }

  Needs needs() {
    return Objects.requireNonNull(type().needs().get(side));
  }
}
