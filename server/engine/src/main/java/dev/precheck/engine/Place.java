package dev.precheck.engine;

import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import java.util.Locale;

/** One server of the migration: a side's primary or standby. */
public record Place(Side side, Role role) {

  public static final Place SOURCE = new Place(Side.SOURCE, Role.PRIMARY);
  public static final Place TARGET = new Place(Side.TARGET, Role.PRIMARY);

  public static Place primary(Side side) {
    return side == Side.SOURCE ? SOURCE : TARGET;
  }

  /** The server in running text, for example {@code source's standby database}. */
  public String label() {
    return side.label().toLowerCase(Locale.ROOT) + "'s " + role.label().toLowerCase(Locale.ROOT);
  }
}
