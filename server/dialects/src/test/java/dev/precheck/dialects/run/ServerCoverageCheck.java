package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.SeenOnServers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.precheck.engine.Catalogue;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every check passes on some real server, and every problem of it is found on one, but for those
 * that no server here has. Runs after all other tests, see the module's build file.
 */
class ServerCoverageCheck {

  /** With the reason; cases without a server have them all. */
  private static final Map<String, String> NOT_TO_BE_HAD =
      Map.ofEntries(
          Map.entry(
              problem("MYSQL_PRIV_GRANTS_READ", "GRANT_NOT_UNDERSTOOD"),
              "all that these servers print is understood"),
          Map.entry(
              problem("PG_PRIV_CONNECT_USAGE", "CONNECT_MISSING"),
              "it has to be taken away between two connections of one precheck"),
          Map.entry(
              problem("RDB_ACCOUNT_STATE", "ACCOUNT_LOCKED"),
              "it has to be locked between login and precheck"),
          Map.entry(
              problem("RDB_ACCOUNT_STATE", "PASSWORD_EXPIRED"),
              "it has to expire between login and precheck"),
          Map.entry(
              problem("RDB_COLUMN_TYPE", "TYPE_UNKNOWN"), "all types of these servers are known"),
          Map.entry(
              problem("RDB_CONNECT", "CONNECT_POLICY"),
              "no server is asked: the service's tests of network policies have it"),
          Map.entry(
              problem("RDB_CONNECT", "CONNECT_SECRET"),
              "no server is asked: the service's tests of secrets have it"),
          Map.entry(
              problem("RDB_SOURCE_ROLE", "CLUSTER_NODE_LOGS_OWN_CHANGES"),
              "it takes a Galera cluster"),
          Map.entry(
              problem("RDB_TLS", "SESSION_NOT_ENCRYPTED"), "it takes a server on another machine"),
          Map.entry(
              problem("RDB_TLS", "TLS_NOT_IN_USE"), "it takes something that ends TLS on the way"),
          Map.entry(
              problem("RDB_TLS", "TLS_OUTDATED"), "Java refuses protocols that are as old as that"),
          Map.entry(problem("RDB_VERSION", "VERSION_TOO_OLD"), "it takes an older server"),
          Map.entry(problem("RDB_VERSION", "VERSION_UNTESTED"), "it takes a newer server"));

  @Test
  void everyProblemIsFoundOnARealServer() throws IOException {
    assumeThat(TestDatabase.values()).allMatch(TestDatabase::isProvided);
    // Where one of them cannot run, this ends here, as the tests of that one did.
    Stream.of(TestDatabase.values()).forEach(TestDatabase::start);
    Set<String> unseen = declared();
    unseen.removeAll(SeenOnServers.all());

    assertThat(unseen).isEqualTo(new TreeSet<>(NOT_TO_BE_HAD.keySet()));
  }

  private static Set<String> declared() {
    Set<String> declared = new TreeSet<>();
    Catalogue.load()
        .checks()
        .forEach(
            check -> {
              String id = check.type().id();
              declared.add(SeenOnServers.passed(id));
              check.type().problems().forEach(found -> declared.add(problem(id, found.code())));
            });
    return declared;
  }
}
