package dev.precheck.checks.name;

import com.google.auto.service.AutoService;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.Settings;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.IndexColumn;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * RDB_IDENTIFIER_LENGTH: every name fits. Limits: 64 characters (MySQL 8.0 manual, 11.2.1), 63
 * bytes unless the server was built otherwise (PostgreSQL, {@code max_identifier_length}), 256
 * characters (H2).
 */
@AutoService(Check.class)
public final class IdentifierLengthCheck extends SourceColumnsCheck {

  /**
   * How long a name may be.
   *
   * @param cutsLonger whether the server shortens what is longer, in silence
   */
  private record Limit(int most, String unit, ToIntFunction<String> measure, boolean cutsLonger) {

    static Limit of(CheckContext context) {
      return switch (context.endpoint().engine().family()) {
        case "mysql" -> characters(64);
        case "postgresql" ->
            new Limit(
                Integer.parseInt(Settings.of(context.here()).required("max_identifier_length")),
                "bytes",
                name -> name.getBytes(StandardCharsets.UTF_8).length,
                true);
        case "h2" -> characters(256);
        default ->
            throw new IllegalStateException(
                "How long names may be on " + context.endpoint().engine().label() + " is unknown.");
      };
    }

    private static Limit characters(int most) {
      return new Limit(most, "characters", name -> name.codePointCount(0, name.length()), false);
    }
  }

  static final Problem TOO_LONG =
      Problem.error(
          "NAME_TOO_LONG",
          "The {noun} {object} has a name of {length} {unit}; {most} is the most that the target"
              + " takes.{effect}",
          "Map it to a shorter name (mappedName), or rename it on the source; or remove the table from"
              + " the plan.");
  static final Problem INDEX_TOO_LONG =
      Problem.warning(
          "INDEX_NAME_TOO_LONG",
          "The index {object} has a name of {length} {unit}; {most} is the most that the target"
              + " takes.{effect}",
          "Rename it on the source, or create it on the target by hand.");

  static final CheckType TYPE =
      CheckType.of("RDB_IDENTIFIER_LENGTH")
          .title("Name length")
          .condition(
              "No name of a schema, table, view, column or index is longer than the target takes.")
          .why(
              "MySQL refuses a name that is too long; PostgreSQL cuts it, and two names may become"
                  + " one.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(Side.TARGET, seeing(Needs.reading(Setting.FACET).and(Read.source(IndexColumn.FACET))))
          .reports(TOO_LONG, INDEX_TOO_LONG, HiddenColumns.PROBLEM)
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    Limit limit = Limit.of(context);
    return Stream.concat(TargetName.all(context).stream(), TargetName.indexes(context).stream())
        .filter(name -> limit.measure().applyAsInt(name.text()) > limit.most())
        .map(name -> finding(name, limit))
        .toList();
  }

  private static Finding finding(TargetName name, Limit limit) {
    boolean index = name.object().kind() == ObjectKind.INDEX;
    return name.finding(index ? INDEX_TOO_LONG : TOO_LONG)
        .with("length", limit.measure().applyAsInt(name.text()))
        .with("unit", limit.unit())
        .with("most", limit.most())
        .with("effect", limit.cutsLonger() ? " It would be cut." : "");
  }
}
