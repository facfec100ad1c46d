package dev.precheck.checks.parameter;

import static dev.precheck.checks.parameter.Parameters.parameter;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Read;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;

/**
 * PG_PARAM_CONSISTENCY: settings that change what values look like and statements do. Source:
 * PostgreSQL manual, chapter 20. DateStyle, TimeZone, search_path and extra_float_digits are not
 * among them: a session that brings its own, as every driver does, cannot see the server's.
 */
@AutoService(Check.class)
public final class PostgreSqlParametersCheck implements Check {

  static final Problem DIFFERS =
      Problem.warning(
          "PARAMETER_DIFFERS",
          "{name} is {source} on the source and {target} on the target. {effect}",
          "Set {name} to {source} for the database on the target (ALTER DATABASE … SET), or try the"
              + " application with {target}.");

  private static final Parameters PARAMETERS =
      new Parameters(
          DIFFERS,
          List.of(
              parameter("IntervalStyle", "Intervals are printed otherwise."),
              parameter("bytea_output", "Binary values are printed otherwise."),
              parameter("standard_conforming_strings", "Backslashes in strings mean otherwise."),
              parameter("array_nulls", "NULL in array literals is read otherwise."),
              parameter("xmlbinary", "Binary values in XML are written otherwise."),
              parameter("xmloption", "XML is read as a document, or as content."),
              parameter("transform_null_equals", "A comparison with NULL means otherwise."),
              parameter("default_toast_compression", "New values are compressed otherwise."),
              parameter("default_transaction_isolation", "Transactions see other rows."),
              parameter("lc_monetary", "The type money is printed and read otherwise."),
              parameter("integer_datetimes", "Times are stored otherwise."),
              parameter("max_identifier_length", "Names are cut elsewhere.")));

  static final CheckType TYPE =
      CheckType.of("PG_PARAM_CONSISTENCY")
          .title("Behaviour parameter")
          .condition(
              "Settings that change how values are printed and read, or what statements do, are the"
                  + " same on source and target.")
          .why("The same statement gives another result after the switch, without any error.")
          .when(When.always().withinFamily("postgresql", "PostgreSQL"))
          .on(Side.TARGET, Needs.reading(Setting.FACET).and(Read.source(Setting.FACET)))
          .reports(DIFFERS)
          .skippable("Statements behave otherwise on the target than on the source.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    return PARAMETERS.compare(context);
  }
}
