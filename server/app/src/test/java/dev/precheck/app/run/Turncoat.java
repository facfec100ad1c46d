package dev.precheck.app.run;

import dev.precheck.engine.Catalogue;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * A check, as if of a third party, that breaks after it was taken. In effect, as the only one,
 * where the setting {@code test.turncoat} is.
 */
public final class Turncoat implements Check {

  private final Check before = Catalogue.load().checks().get(0);
  private volatile boolean turned;

  @Factory
  @Requires(property = "test.turncoat")
  static final class Beans {
    @Singleton
    Turncoat turncoat() {
      return new Turncoat();
    }

    @Singleton
    @Replaces(value = Catalogue.class, factory = Engine.class)
    Catalogue catalogue(Turncoat turncoat) {
      return Catalogue.of(List.of(turncoat));
    }
  }

  /** From now on it breaks. */
  public void turn() {
    turned = true;
  }

  @Override
  public CheckType type() {
    if (turned) {
      throw new IllegalStateException("turned");
    }
    return before.type();
  }

  @Override
  public List<Finding> run(CheckContext context) throws Exception {
    return before.run(context);
  }
}
