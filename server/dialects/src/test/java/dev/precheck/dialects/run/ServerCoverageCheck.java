package dev.precheck.dialects.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Catalogue;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every check passes on some real server, and every problem of it is found on one. Runs after all
 * other tests, see the module's build file.
 */
class ServerCoverageCheck {

  @Test
  void everyProblemIsFoundOnARealServer() throws IOException {
    Set<String> declared = new TreeSet<>();
    Catalogue.load()
        .checks()
        .forEach(
            check -> {
              String id = check.type().id();
              declared.add(SeenOnServers.passed(id));
              check
                  .type()
                  .problems()
                  .forEach(problem -> declared.add(SeenOnServers.problem(id, problem.code())));
            });
    declared.removeAll(SeenOnServers.all());
    assertThat(declared).isEmpty();
  }
}
