package dev.precheck.checks.name;

import com.google.auto.service.AutoService;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import java.util.List;

/**
 * RDB_RESERVED_WORD: no name becomes a word of the target's language. A migration quotes names; the
 * application's own statements, views and routines often do not.
 */
@AutoService(Check.class)
public final class ReservedWordCheck extends SourceColumnsCheck {

  static final Problem RESERVED =
      Problem.warning(
          "NAME_IS_RESERVED",
          "The name of the {noun} {object} is a reserved word of {product} {version}, which it is not"
              + " on the source.",
          "Put the name in quotes wherever the application, views and routines write it, or rename the"
              + " {noun}.");

  static final CheckType TYPE =
      CheckType.of("RDB_RESERVED_WORD")
          .title("Reserved word")
          .condition(
              "No schema, table, view or column is named like a word that is reserved on the target"
                  + " and not on the source.")
          .why(
              "A statement that writes such a name without quotes worked on the source and is a syntax"
                  + " error on the target.")
          .on(Side.TARGET, seeing(Needs.reading(Server.FACET)))
          .reports(RESERVED, HiddenColumns.PROBLEM)
          .skippable("Statements of the application that do not quote these names fail.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    Server target = context.here().row(Server.FACET);
    ReservedWords here = words(target);
    ReservedWords before = words(context.source().row(Server.FACET));
    return TargetName.all(context).stream()
        .filter(name -> here.has(name.text()) && !before.has(name.text()))
        .map(
            name ->
                name.finding(RESERVED)
                    .with("product", target.product())
                    .with("version", target.version()))
        .toList();
  }

  private static ReservedWords words(Server server) {
    return ReservedWords.of(server)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The reserved words of " + server.product() + " are not known."));
  }
}
