package dev.precheck.checks.expression;

import dev.precheck.checks.DataFile;
import dev.precheck.spi.Server;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which functions a target refuses that its source takes, though it has them. */
public final class Refusals {

  /** Where an expression stands. */
  public enum Place {
    /** In a generated column that is computed when it is read. */
    VIRTUAL,
    /** In one that is computed when it is written. */
    STORED,
    CHECK
  }

  /**
   * A row of the table, which names the sources.
   *
   * @param function with {@code ()} behind its name
   * @param product that refuses it
   */
  public record Refusal(String function, String product, Set<Place> places) {}

  private static final List<Refusal> KNOWN =
      DataFile.read(Refusals.class, "mysql-family.refusals").rows().stream()
          .map(row -> new Refusal(row.get(0), row.get(1), Set.of(places(row.get(2)))))
          .toList();

  private final List<Refusal> refusals;

  private Refusals(List<Refusal> refusals) {
    this.refusals = refusals;
  }

  /** All that are known. */
  public static List<Refusal> all() {
    return KNOWN;
  }

  /** Those of the target; none if the source is of the same product, or of another family. */
  public static Refusals between(Server source, Server target) {
    String from = Construct.product(source);
    String to = Construct.product(target);
    boolean others = !from.equals(to) && KNOWN.stream().anyMatch(row -> row.product().equals(from));
    return new Refusals(KNOWN.stream().filter(row -> others && row.product().equals(to)).toList());
  }

  /**
   * The functions of an expression, as the source's catalogue prints it, that are refused there.
   */
  public List<String> in(String expression, Place place) {
    Set<String> words = refusals.isEmpty() ? Set.of() : BareWords.in(expression);
    return refusals.stream()
        .filter(row -> row.places().contains(place) && words.contains(row.function()))
        .map(Refusal::function)
        .toList();
  }

  private static Place[] places(String cell) {
    return List.of(cell.split(" ")).stream()
        .map(place -> Place.valueOf(place.toUpperCase(Locale.ROOT)))
        .toArray(Place[]::new);
  }
}
