package dev.precheck.checks.parameter;

import static dev.precheck.checks.parameter.Parameters.parameter;

import com.google.auto.service.AutoService;
import dev.precheck.checks.parameter.Parameters.Parameter;
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
 * MYSQL_PARAM_CONSISTENCY: settings that change what statements do. Source: MySQL 8.0 manual, 5.1.8
 * and 15.14.
 */
@AutoService(Check.class)
public final class MySqlParametersCheck implements Check {

  static final Problem DIFFERS =
      Problem.warning(
          "PARAMETER_DIFFERS",
          "{name} is {source} on the source and {target} on the target. {effect}",
          "Set {name} to {source} in the target's configuration, or try the application with"
              + " {target}.");

  private static final Parameters PARAMETERS =
      new Parameters(
          DIFFERS,
          List.of(
              new Parameter(
                  List.of("transaction_isolation", "tx_isolation"),
                  "Transactions see other rows, and lock others."),
              parameter("group_concat_max_len", "GROUP_CONCAT cuts its result elsewhere."),
              parameter("innodb_strict_mode", "CREATE TABLE refuses options that it ignored."),
              parameter("div_precision_increment", "Divisions have other decimal places."),
              parameter("default_storage_engine", "New tables have another storage engine."),
              parameter("innodb_default_row_format", "New tables have another row format."),
              parameter("foreign_key_checks", "Foreign keys are, or are not, enforced."),
              parameter("block_encryption_mode", "AES_DECRYPT does not read what was encrypted."),
              parameter("default_week_format", "WEEK counts otherwise."),
              parameter(
                  "log_bin_trust_function_creators", "Stored functions are refused, or let in."),
              parameter("sql_require_primary_key", "Tables without a primary key are refused."),
              parameter(
                  "sql_generate_invisible_primary_key", "Tables get a key that they do not have."),
              parameter("auto_increment_increment", "Generated keys have other gaps."),
              parameter("auto_increment_offset", "Generated keys begin elsewhere.")));

  static final CheckType TYPE =
      CheckType.of("MYSQL_PARAM_CONSISTENCY")
          .title("Behaviour parameter")
          .condition("Settings that change what statements do are the same on source and target.")
          .why("The same statement gives another result after the switch, without any error.")
          .when(When.always().withinFamily("mysql", "MySQL or MariaDB"))
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
