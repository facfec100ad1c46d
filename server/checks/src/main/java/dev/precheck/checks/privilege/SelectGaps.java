package dev.precheck.checks.privilege;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Schemas from which the plan takes tables by pattern, though the account may not read all of them:
 * information_schema shows no table that one has no privilege on.
 */
final class SelectGaps {

  static final Problem HIDDEN =
      Problem.warning(
          "TABLES_MAY_BE_HIDDEN",
          "The plan takes tables of {object} by pattern, but {user} has no {missing} on the whole of"
              + " it: tables on which it has no privilege are invisible to it and left out without"
              + " a word.{hint}",
          "Grant SELECT on {object} as a whole, or list the tables in the plan by name.");

  static final Problem NONE_SEEN =
      Problem.unknown(
          "NO_TABLE_SEEN",
          "Whether {object} has tables that the plan takes by pattern is not known: {user} sees none"
              + " there, and has no {missing} on the whole of it.{hint}",
          "Grant SELECT on {object} to {user}, or leave it out of the plan, and run the precheck"
              + " again.");

  private static final List<String> SELECT = List.of("SELECT");

  private SelectGaps() {}

  static List<Finding> hidden(MySqlAccess access) {
    CheckContext context = access.context();
    IdentifierCase compare = context.here().row(Server.FACET).identifierCase();
    List<NamePattern> include =
        context.migration().selection().include().stream()
            .filter(pattern -> !takesOneThatIsSeen(pattern, context, compare))
            .toList();
    Set<String> seen =
        context.selected().stream()
            .map(object -> compare.key(object.source().schema()))
            .collect(Collectors.toSet());
    return context.selectedSchemas().stream()
        .filter(schema -> include.stream().anyMatch(p -> p.matchesSchema(schema, compare)))
        .filter(schema -> !access.grants().onSchema("SELECT", schema))
        .map(
            schema ->
                access.lacking(
                    seen.contains(compare.key(schema)) ? HIDDEN : NONE_SEEN,
                    ObjectRef.schema(Side.SOURCE, schema),
                    schema,
                    SELECT,
                    SELECT,
                    access.onSchema(SELECT, schema)))
        .toList();
  }

  /** Such a pattern can miss nothing. */
  private static boolean takesOneThatIsSeen(
      NamePattern pattern, CheckContext context, IdentifierCase compare) {
    String name = pattern.toString().replaceAll("\\\\.", "");
    return !name.contains("*")
        && !name.contains("?")
        && context.selected().stream()
            .anyMatch(object -> pattern.matches(object.source(), compare));
  }
}
