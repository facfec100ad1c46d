package dev.precheck.checks.server;

import com.google.auto.service.AutoService;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** RDB_VERSION: the server is one that the checks and the migration have been tried on. */
@AutoService(Check.class)
public final class VersionCheck implements Check {

  /**
   * What is supported of an engine.
   *
   * @param oldest the oldest supported version
   * @param untested the first version that the checks have not been tested on
   */
  private record Supported(Version oldest, Version untested) {}

  /** The oldest still common versions, and the first one above what the test kit runs. */
  private static final Map<String, Supported> SUPPORTED =
      Map.of(
          DatabaseEngine.MYSQL.id(), new Supported(Version.of(5, 7), Version.of(9, 8)),
          DatabaseEngine.MARIADB.id(), new Supported(Version.of(10, 6), Version.of(11, 5)),
          DatabaseEngine.POSTGRESQL.id(), new Supported(Version.of(12, 0), Version.of(19, 0)),
          DatabaseEngine.H2.id(), new Supported(Version.of(2, 0), Version.of(3, 0)));

  static final Problem TOO_OLD =
      Problem.error(
          "VERSION_TOO_OLD",
          "The server is {product} {version}; the oldest supported version is {oldest}.",
          "Upgrade the server to {oldest} or newer before the migration.");
  static final Problem UNTESTED =
      Problem.warning(
          "VERSION_UNTESTED",
          "The server is {product} {version}; versions from {untested} on have not been tested.",
          "Rehearse the migration on a copy before you rely on it.");
  static final Problem OTHER_PRODUCT =
      Problem.warning(
          "PRODUCT_DIFFERS",
          "The data source says {expected}, but {product} {version} answers.",
          "Change the type of the data source to what the server really is. Where there is no type for"
              + " it, nothing has been tested on it: rehearse the migration on a copy.");

  /** Builds of MySQL under another name that behave as MySQL of the same version does. */
  private static final Set<String> BUILDS_OF_MYSQL = Set.of("Percona Server");

  static final CheckType TYPE =
      CheckType.of("RDB_VERSION")
          .title("Database version")
          .condition(
              "The server is the product that the data source says, in a version that is supported"
                  + " and has been tested.")
          .why(
              "Catalogues, privileges and logs differ between versions: on an unknown one, checks and"
                  + " migration may misread what they see.")
          .on(Side.SOURCE, Needs.reading(Server.FACET))
          .on(Side.TARGET, Needs.reading(Server.FACET))
          .reports(TOO_OLD, UNTESTED, OTHER_PRODUCT)
          .skippable(
              "The migration runs on a version that nobody has tried; it may stop half-way or"
                  + " misread types and logs.")
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Server server = context.here().row(Server.FACET);
    DatabaseEngine engine = context.endpoint().engine();
    List<Finding> findings = new ArrayList<>();
    if (!isExpected(server.product(), engine)) {
      findings.add(OTHER_PRODUCT.at(ObjectRef.endpoint(context.side())));
    } else if (SUPPORTED.containsKey(engine.id())) {
      Supported supported = SUPPORTED.get(engine.id());
      if (server.number().compareTo(supported.oldest()) < 0) {
        findings.add(TOO_OLD.at(ObjectRef.endpoint(context.side())));
      } else if (server.number().compareTo(supported.untested()) >= 0) {
        findings.add(UNTESTED.at(ObjectRef.endpoint(context.side())));
      }
      return told(findings, server, engine, supported);
    }
    return told(findings, server, engine, new Supported(server.number(), server.number()));
  }

  private static boolean isExpected(String product, DatabaseEngine engine) {
    return product.equals(engine.label())
        || (engine.equals(DatabaseEngine.MYSQL) && BUILDS_OF_MYSQL.contains(product));
  }

  private static List<Finding> told(
      List<Finding> findings, Server server, DatabaseEngine engine, Supported supported) {
    return findings.stream()
        .map(
            finding ->
                finding
                    .with("product", server.product())
                    .with("version", server.version())
                    .with("expected", engine.label())
                    .with("oldest", supported.oldest())
                    .with("untested", supported.untested()))
        .toList();
  }
}
