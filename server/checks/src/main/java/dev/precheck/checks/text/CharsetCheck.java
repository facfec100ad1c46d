package dev.precheck.checks.text;

import com.google.auto.service.AutoService;
import dev.precheck.checks.Families;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Collation;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Read;
import dev.precheck.spi.Schema;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.util.List;

/** RDB_CHARSET: the target can hold every character that the source's columns may hold. */
@AutoService(Check.class)
public final class CharsetCheck extends SourceColumnsCheck {

  static final CheckType TYPE =
      CheckType.of("RDB_CHARSET")
          .title("Character set")
          .condition(
              "The target has every character set that columns of selected tables have, or one that"
                  + " holds its characters.")
          .why("Characters that the target has no place for are refused, or become question marks.")
          .when(Families.known(When.anyOf(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL)))
          .on(
              Side.TARGET,
              seeing(
                  Needs.reading(
                          Server.FACET, Collation.FACET, Column.FACET, Schema.FACET, Setting.FACET)
                      .and(Read.source(Collation.FACET))))
          .reports(
              CharsetsIntoMySql.UNKNOWN,
              CharsetsIntoMySql.NARROWER,
              CharsetsIntoMySql.DEFAULT_NARROWER,
              CharsetsIntoPostgreSql.ENCODING,
              CharsetsIntoPostgreSql.NUL,
              DatabaseEncoding.UNCHECKED,
              HiddenColumns.PROBLEM)
          .skippable("Rows with other characters are refused, or the characters are lost.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    boolean fromMySql = Families.isMySql(context.migration().source().engine());
    return Families.isMySql(context.migration().target().engine())
        ? CharsetsIntoMySql.findings(context, fromMySql)
        : CharsetsIntoPostgreSql.findings(context, fromMySql);
  }
}
