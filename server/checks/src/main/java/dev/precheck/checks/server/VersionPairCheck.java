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
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.Version;
import dev.precheck.spi.When;
import java.util.List;

/**
 * RDB_VERSION_PAIR: nothing is taken back to an older release. A release is major.minor in MySQL
 * and MariaDB and the major number alone in PostgreSQL since version 10; patches add little to what
 * a schema can hold.
 */
@AutoService(Check.class)
public final class VersionPairCheck implements Check {

  static final Problem OLDER =
      Problem.warning(
          "TARGET_OLDER_THAN_SOURCE",
          "The target is {product} {target}, which is an older release than the source's {source}.",
          "Take a target of the source's release or a newer one, or rehearse the migration on a copy.");

  static final CheckType TYPE =
      CheckType.of("RDB_VERSION_PAIR")
          .title("Version pair")
          .condition("The target's release is not older than the source's.")
          .why(
              "What a newer release has brought, such as types, collations, kinds of indexes and"
                  + " functions, an older one does not know.")
          .when(
              When.always()
                  .and(
                      "whose source and target are of the same type",
                      plan -> plan.source().engine().equals(plan.target().engine())))
          .on(Side.TARGET, Needs.reading(Server.FACET).and(Read.source(Server.FACET)))
          .reports(OLDER)
          .skippable("The target may refuse tables, views and routines, or read them otherwise.")
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  public List<Finding> run(CheckContext context) {
    Server source = context.source().row(Server.FACET);
    Server target = context.here().row(Server.FACET);
    DatabaseEngine engine = context.endpoint().engine();
    boolean comparable = source.product().equals(target.product());
    if (!comparable || release(target, engine).compareTo(release(source, engine)) >= 0) {
      return List.of();
    }
    return List.of(
        OLDER
            .at(ObjectRef.endpoint(Side.TARGET))
            .with("product", target.product())
            .with("target", target.version())
            .with("source", source.version()));
  }

  private static Version release(Server server, DatabaseEngine engine) {
    Version version = server.number();
    boolean majorOnly = engine.equals(DatabaseEngine.POSTGRESQL) && version.major() >= 10;
    return Version.of(version.major(), majorOnly ? 0 : version.minor());
  }
}
