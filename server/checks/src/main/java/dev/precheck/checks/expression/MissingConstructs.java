package dev.precheck.checks.expression;

import dev.precheck.spi.Server;
import java.util.List;
import java.util.Set;

/**
 * What expressions of a source may use that its target lacks. Where the source itself has no such
 * function, somebody loaded one of that name, of which nothing is said.
 */
public final class MissingConstructs {

  private static final List<Construct> KNOWN = Construct.all();

  private final List<Construct> missing;

  private MissingConstructs(List<Construct> missing) {
    this.missing = missing;
  }

  /** What the source has and the target lacks; nothing unless both are of MySQL's family. */
  public static MissingConstructs between(Server source, Server target) {
    return new MissingConstructs(
        KNOWN.stream()
            .filter(construct -> construct.isIn(source).orElse(false))
            .filter(construct -> !construct.isIn(target).orElse(true))
            .toList());
  }

  /**
   * What an expression uses of it.
   *
   * @param expression as the source's catalogue prints it
   * @return functions with {@code ()} behind their names, and pieces of syntax
   */
  public List<String> in(String expression) {
    return of(expression, missing);
  }

  /** The same without functions: what is refused even where an expression is read and forgotten. */
  public List<String> syntaxIn(String expression) {
    return of(expression, missing.stream().filter(construct -> !construct.isFunction()).toList());
  }

  private static List<String> of(String expression, List<Construct> missing) {
    Set<String> words = missing.isEmpty() ? Set.of() : BareWords.in(expression);
    return missing.stream().map(Construct::text).filter(words::contains).toList();
  }
}
