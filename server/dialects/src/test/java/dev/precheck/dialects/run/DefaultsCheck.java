package dev.precheck.dialects.run;

import dev.precheck.engine.Dialects;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DataLiteral;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.List;

/** A check that reads what users wrote: the defaults of columns. */
final class DefaultsCheck implements Check {

  static final String ID = "TEST_DEFAULTS";

  /**
   * A column with a default.
   *
   * @param asValue the default, to be taken for a value
   * @param asExpression the same, to be taken for SQL
   */
  public record Default(
      String columnName,
      @DataLiteral String asValue,
      @DataLiteral(DataLiteral.Form.EXPRESSION) String asExpression) {}

  private static final Facet<Default> DEFAULTS = Facet.ofSchemas("defaults", Default.class);

  private static final Problem CANARY =
      Problem.error("CANARY_SEEN", "{column} has a canary.", "Let it fly.");

  private static final CheckType TYPE =
      CheckType.of(ID)
          .title("Canary absence")
          .condition("No default is a canary.")
          .why("To see that the check sees it and the evidence does not.")
          .on(Side.SOURCE, Needs.reading(DEFAULTS))
          .reports(CANARY)
          .build();

  static Dialects dialects() {
    return MoreFacets.dialects(
        DEFAULTS,
        engine ->
            "SELECT column_name AS column_name, column_default AS as_value,"
                + " column_default AS as_expression FROM information_schema.columns"
                + " WHERE table_schema IN (:schemas) AND column_default IS NOT NULL");
  }

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    return context.here().rows(DEFAULTS).stream()
        .filter(row -> row.asValue().contains("canary") && row.asExpression().contains("canary"))
        .map(row -> CANARY.at(ObjectRef.endpoint(Side.SOURCE)).with("column", row.columnName()))
        .toList();
  }
}
