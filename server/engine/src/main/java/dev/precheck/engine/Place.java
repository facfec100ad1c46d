package dev.precheck.engine;

import dev.precheck.spi.Role;
import dev.precheck.spi.Side;

/** One server of the migration: a side's primary or standby. */
public record Place(Side side, Role role) {

  public static final Place SOURCE = new Place(Side.SOURCE, Role.PRIMARY);
  public static final Place TARGET = new Place(Side.TARGET, Role.PRIMARY);

  public static Place primary(Side side) {
    return side == Side.SOURCE ? SOURCE : TARGET;
  }
}
