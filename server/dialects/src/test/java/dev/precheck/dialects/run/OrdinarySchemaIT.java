package dev.precheck.dialects.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Severity;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.List;
import java.util.stream.Stream;

/**
 * A schema as applications have it moves between equal servers: nothing of it raises an alarm, and
 * what has to be done by hand is told in notices.
 */
class OrdinarySchemaIT {

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE customers (id INT PRIMARY KEY, name VARCHAR(80) NOT NULL)",
          "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT NOT NULL, total INT,"
              + " CONSTRAINT of_customer FOREIGN KEY (customer_id) REFERENCES customers (id),"
              + " CONSTRAINT positive CHECK (total > 0))",
          "CREATE TABLE items (order_id INT, line INT, PRIMARY KEY (order_id, line),"
              + " CONSTRAINT of_order FOREIGN KEY (order_id) REFERENCES orders (id)"
              + " ON DELETE CASCADE)",
          "CREATE VIEW totals AS SELECT c.id, SUM(o.total) AS total FROM customers c"
              + " JOIN orders o ON o.customer_id = c.id GROUP BY c.id");

  private static final List<String> MYSQL =
      List.of(
          "CREATE TABLE log (id BIGINT AUTO_INCREMENT PRIMARY KEY, at DATE)",
          "CREATE TRIGGER stamp BEFORE INSERT ON customers FOR EACH ROW SET NEW.name = 'x'",
          "CREATE FUNCTION one() RETURNS INT DETERMINISTIC RETURN 1",
          "CREATE TABLE days (id INT, d INT, PRIMARY KEY (id, d)) PARTITION BY RANGE (d)"
              + " (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)");

  private static final List<String> POSTGRESQL =
      List.of(
          "CREATE TABLE log (id bigserial PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY)",
          "CREATE SEQUENCE hibernate_sequence",
          "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
          "CREATE TRIGGER stamp BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION stamp()",
          "CREATE MATERIALIZED VIEW kept AS SELECT * FROM totals",
          "CREATE TABLE days (id int, d int, PRIMARY KEY (id, d)) PARTITION BY RANGE (d)",
          "CREATE TABLE days_0 PARTITION OF days FOR VALUES FROM (0) TO (10)");

  private static final List<String> H2 =
      List.of("CREATE TABLE log (id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");

  @EachDatabase
  void raisesNoAlarm(TestDatabase database) {
    List<String> own =
        switch (database.engine().family()) {
          case "mysql" -> MYSQL;
          case "postgresql" -> POSTGRESQL;
          default -> H2;
        };
    ObjectStage stage =
        ObjectStage.within(database)
            .onSource(Stream.concat(TABLES.stream(), own.stream()).toArray(String[]::new));

    Report report = stage.check(stage.allBut());

    assertThat(report.results())
        .flatExtracting(result -> result.outcome().findings())
        .allMatch(finding -> finding.problem().severity() == Severity.NOTICE);
    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
  }
}
