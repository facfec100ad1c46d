package dev.precheck.checks.object;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Sequence;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;

/**
 * RDB_SEQUENCE: sequences come along, are moved on, and last as long as their columns. PostgreSQL
 * neither logs them for change capture nor moves them on when rows are copied (its manual, 29.8).
 */
@AutoService(Check.class)
public final class SequenceCheck implements Check {

  static final Problem SMALLER =
      Problem.warning(
          "SEQUENCE_SMALLER_THAN_COLUMN",
          "The sequence {sequence} ends at {maximum}, its column {column} of {table} holds up to"
              + " {columnMaximum}: inserts fail long before the column is full.",
          "Give the sequence the limit of its column with the fix statement, and do the same on the"
              + " target.");
  static final Problem NEARLY_USED_UP =
      Problem.warning(
          "SEQUENCE_NEARLY_USED_UP",
          "The sequence {sequence} has handed out {last} and ends at {maximum}, by its own limit or"
              + " that of its column; more than four fifths of its values are used.",
          "Make the column and the sequence larger before the migration: it is cheaper than after"
              + " it.");
  static final Problem NOT_MIGRATED =
      Problem.notice(
          "SEQUENCE_NOT_MIGRATED",
          "The sequence {sequence} belongs to no column, so that no table brings it to the target.",
          "Create it on the target, and set it at the switch to a value that the source has not"
              + " handed out.");
  static final Problem MISSING =
      Problem.error(
          "SEQUENCE_OF_DEFAULT_MISSING",
          "The column {column} of {table} takes its default from the sequence {sequence}, which"
              + " belongs to no column and is not on the target: {table} cannot be created there with"
              + " that default.",
          "Create the sequence on the target before the structure transfer.");
  static final Problem UNKNOWN =
      Problem.warning(
          "SEQUENCE_UNKNOWN_TO_TARGET",
          "{target} has no sequences, and {sequence} is more than the number of one column.",
          "Let the application take its numbers from a table of its own or an AUTO_INCREMENT column.");
  static final Problem NO_DEFAULT =
      Problem.error(
          "SEQUENCE_OF_DEFAULT_UNKNOWN_TO_TARGET",
          "The column {column} of {table} takes its default from the sequence {sequence}, and {target}"
              + " has no sequences: {table} cannot be created there with that default.",
          "Create the table on the target beforehand, with an AUTO_INCREMENT column or without the"
              + " default, and let the application give what the default gave.");
  static final Problem NOT_MOVED_ON =
      Problem.notice(
          "SEQUENCE_NOT_MOVED_ON",
          "Rows that arrive on the target do not move the sequence {sequence} of column {column} of"
              + " {table} on.",
          "Set it on the target at the switch, when nothing writes to the source any more:"
              + " {statement}");
  static final Problem BEHIND =
      Problem.warning(
          "TARGET_SEQUENCE_BEHIND",
          "The sequence {sequence} on the target is at {last}, the source's at {sourceLast}: nothing in"
              + " this plan moves it on, and inserts after the copy take numbers that are taken.",
          "Set it after the copy with the fix statement, with more to spare if the source is still"
              + " written to.");

  static final Problem VALUE_HIDDEN =
      Problem.unknown(
          "SEQUENCE_VALUE_NOT_SEEN",
          "How far the sequence {sequence} is is not seen: {user} has neither SELECT nor USAGE on it.",
          "Grant SELECT on it to {user} and run the precheck again.");

  static final CheckType TYPE =
      CheckType.of("RDB_SEQUENCE")
          .title("Sequence")
          .condition(
              "Every sequence that a selected table needs is on the target or comes with its column,"
                  + " and ends no earlier than the column.")
          .why(
              "Sequences are no rows: change capture does not carry them and a copy does not move them"
                  + " on. After the switch the application takes numbers that are taken already.")
          .when(
              When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL)
                  .and(
                      "whose source is not MySQL, which has no sequences",
                      plan -> !plan.source().engine().equals(DatabaseEngine.MYSQL)))
          .on(
              Side.SOURCE,
              TargetObjects.declaredIn(Needs.reading(Server.FACET, Sequence.FACET, Column.FACET)))
          .on(
              Side.TARGET,
              Needs.reading(Server.FACET, Sequence.FACET)
                  .and(Read.source(Server.FACET))
                  .and(Read.source(Sequence.FACET))
                  .selectedObjects()
                  .only(
                      When.anyOf(Phase.FULL)
                          .and(
                              "without structure and incremental transfer",
                              plan ->
                                  !plan.runs(Phase.STRUCTURE) && !plan.runs(Phase.INCREMENTAL))))
          .reports(
              SMALLER,
              NEARLY_USED_UP,
              NOT_MIGRATED,
              MISSING,
              UNKNOWN,
              NO_DEFAULT,
              NOT_MOVED_ON,
              BEHIND,
              VALUE_HIDDEN)
          .skippable("Inserts on the target fail with duplicate keys, or for want of numbers.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    return context.side() == Side.SOURCE
        ? SourceSequences.of(context).findings()
        : TargetSequences.findings(context);
  }
}
