package dev.precheck.engine;

import dev.precheck.spi.Check;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.ConnectionAttempt;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The checks there are, ours and others', each looked over before it is taken. */
public final class Catalogue {

  /** Connectivity first, since everything waits for it; then by id, so that reports are stable. */
  private static final Comparator<Check> ORDER =
      Comparator.comparing((Check check) -> !readsConnection(check.type()))
          .thenComparing(check -> check.type().id());

  private final List<Check> checks;

  private Catalogue(List<Check> checks) {
    this.checks = checks;
  }

  /**
   * Those on the class path.
   *
   * @throws IllegalStateException if one is not well formed; the message lists every flaw
   */
  public static Catalogue load() {
    return of(ServiceLoader.load(Check.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * Just these.
   *
   * @throws IllegalStateException if one is not well formed; the message lists every flaw
   */
  public static Catalogue of(List<Check> checks) {
    List<String> flaws = CatalogueRules.flaws(checks.stream().map(Check::type).toList());
    if (!flaws.isEmpty()) {
      throw new IllegalStateException(
          "The catalogue of checks is not well formed:\n  " + String.join("\n  ", flaws));
    }
    return new Catalogue(checks.stream().sorted(ORDER).toList());
  }

  /** All checks, connectivity first. */
  public List<Check> checks() {
    return checks;
  }

  public Optional<CheckType> find(String id) {
    return checks.stream().map(Check::type).filter(type -> type.id().equals(id)).findFirst();
  }

  private static boolean readsConnection(CheckType type) {
    return type.needs().values().stream()
        .anyMatch(needs -> needs.here().contains(ConnectionAttempt.FACET));
  }
}
