package dev.precheck.checks.expression;

import dev.precheck.checks.Families;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Collation;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What expressions of a source may use that its target lacks: functions and syntax, collations and
 * character sets. Where the source itself has no such function, somebody loaded one of that name,
 * of which nothing is said.
 */
public final class MissingConstructs {

  private static final List<Construct> KNOWN = Construct.all();

  private final List<Construct> missing;
  private final Optional<MissingCharsets> charsets;

  private MissingConstructs(List<Construct> missing, Optional<MissingCharsets> charsets) {
    this.missing = missing;
    this.charsets = charsets;
  }

  /** What an item of the source must declare to ask, beside what it needs anyway. */
  public static Needs seeing(Needs needs) {
    return needs
        .and(Read.source(Server.FACET))
        .and(Read.target(Server.FACET))
        .and(Read.target(Collation.FACET));
  }

  /**
   * What the source has and the target lacks; nothing unless both are of one family. Collations of
   * PostgreSQL are not among it: PG_COLLATION tells them.
   */
  public static MissingConstructs between(CheckContext context) {
    boolean mySql =
        Families.isMySql(context.migration().source().engine())
            && Families.isMySql(context.migration().target().engine());
    return between(
        context.here().row(Server.FACET),
        context.target().row(Server.FACET),
        mySql
            ? Optional.of(MissingCharsets.of(context.target().rows(Collation.FACET)))
            : Optional.empty());
  }

  static MissingConstructs between(
      Server source, Server target, Optional<MissingCharsets> charsets) {
    List<Construct> missing =
        KNOWN.stream()
            .filter(construct -> construct.isIn(source).orElse(false))
            .filter(construct -> !construct.isIn(target).orElse(true))
            .toList();
    return new MissingConstructs(missing, charsets);
  }

  /**
   * What an expression uses of it.
   *
   * @param expression as the source's catalogue prints it
   * @return functions with {@code ()} behind their names, pieces of syntax, and collations and
   *     character sets with what names them: {@code collate utf8mb4_0900_ai_ci}
   */
  public List<String> in(String expression) {
    if (expression.isEmpty() || (missing.isEmpty() && charsets.isEmpty())) {
      return List.of();
    }
    Set<String> words = BareWords.in(expression);
    List<String> used = new ArrayList<>(among(words, missing));
    charsets.ifPresent(known -> used.addAll(known.among(words)));
    return used;
  }

  /** Syntax alone: what is refused even where an expression is read and forgotten. */
  public List<String> syntaxIn(String expression) {
    return among(
        BareWords.in(expression),
        missing.stream().filter(construct -> !construct.isFunction()).toList());
  }

  private static List<String> among(Set<String> words, List<Construct> missing) {
    return missing.stream().map(Construct::text).filter(words::contains).toList();
  }
}
