package dev.precheck.checks.object;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.checks.Rows.server;
import static dev.precheck.checks.Rows.table;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.PartitionedTable;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Server;
import dev.precheck.spi.Setting;
import dev.precheck.spi.Side;
import dev.precheck.spi.StorageEngine;
import dev.precheck.spi.Table;
import dev.precheck.spi.TableEngine;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Plans;
import java.util.List;

class StorageEngineCheckTest extends CheckCases {

  private static final Plans ALL = plan().matching("shop.*");
  private static final StorageEngine[] ENGINES = {
    new StorageEngine("InnoDB", true, true),
    new StorageEngine("MyISAM", true, false),
    new StorageEngine("BLACKHOLE", true, false),
    new StorageEngine("ROCKSDB", true, true),
    new StorageEngine("FEDERATED", false, false)
  };

  private static final PartitionedTable PARTS =
      new PartitionedTable("shop", "t", "RANGE", "", false);

  StorageEngineCheckTest() {
    super(new StorageEngineCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return List.of(
        given("all InnoDB", ALL).passes(),
        given("MyISAM", ALL, engine("MyISAM"))
            .reports(
                StorageEngineCheck.NOT_TRANSACTIONAL, "ALTER TABLE `shop`.`t` ENGINE = InnoDB"),
        given("MyISAM, and no rows move", ALL.running(Phase.STRUCTURE), engine("MyISAM")).passes(),
        given("of a table outside the plan", plan().tables("shop.u"), engine("MyISAM")).passes(),
        given("another transactional one", ALL, engine("RocksDB")).passes(),
        given("versions are kept", ALL, new TableEngine("shop", "t", "InnoDB", true)).passes(),
        given("no rows", ALL, engine("BLACKHOLE")).reports(StorageEngineCheck.HOLDS_NO_ROWS),
        given("the target has it switched off", ALL.running(Phase.STRUCTURE), engine("FEDERATED"))
            .reports(StorageEngineCheck.HOLDS_NO_ROWS, StorageEngineCheck.NOT_ON_TARGET),
        given("the target lacks it", ALL, engine("Aria"))
            .reports(StorageEngineCheck.NOT_TRANSACTIONAL, StorageEngineCheck.NOT_ON_TARGET),
        given("the target has the table, of another engine", ALL, engine("Aria"))
            .source(PartitionedTable.FACET, PARTS)
            .target(Table.FACET, table("shop", "t"))
            .reports(StorageEngineCheck.NOT_TRANSACTIONAL),
        given("the target forbids it", ALL.running(Phase.STRUCTURE), engine("MyISAM"))
            .target(Setting.FACET, new Setting("disabled_storage_engines", "MyISAM, Archive"))
            .reports(StorageEngineCheck.NOT_ON_TARGET),
        given("partitioned by the server", ALL.running(Phase.STRUCTURE), engine("MyISAM"))
            .source(PartitionedTable.FACET, PARTS)
            .reports(StorageEngineCheck.NOT_PARTITIONED),
        given("partitioned, to 5.7", ALL.running(Phase.STRUCTURE), engine("MyISAM"))
            .source(PartitionedTable.FACET, PARTS)
            .target(Server.FACET, server("MySQL", "5.7.22"))
            .passes(),
        given("to PostgreSQL", ALL.to(DatabaseEngine.POSTGRESQL), engine("MyISAM"))
            .target(StorageEngine.FACET)
            .reports(StorageEngineCheck.NOT_TRANSACTIONAL),
        given("engines may not be read", ALL).refused(Side.SOURCE, TableEngine.FACET).cannotTell(),
        CheckCase.given("from PostgreSQL", Side.SOURCE, ALL.from(DatabaseEngine.POSTGRESQL).build())
            .doesNotApply());
  }

  private static TableEngine engine(String name) {
    return new TableEngine("shop", "t", name, false);
  }

  private static CheckCase given(String name, Plans plan, TableEngine... tables) {
    return CheckCase.given(name, Side.SOURCE, plan.build())
        .source(Server.FACET, SERVER)
        .source(Table.FACET, table("shop", "t"))
        .source(TableEngine.FACET, tables)
        .source(StorageEngine.FACET, ENGINES)
        .source(PartitionedTable.FACET)
        .target(Server.FACET, SERVER)
        .target(Table.FACET)
        .target(StorageEngine.FACET, ENGINES)
        .target(Setting.FACET);
  }
}
