package dev.precheck.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * That a module's tests leave nothing out of what the contract describes: extend it, and have it
 * run after all of them.
 */
public abstract class ContractCoverage {

  @Test
  public void everyAnswerOfTheContractWasSeen() throws IOException {
    Set<String> described = Contract.answers();
    Set<String> missing = new TreeSet<>(described);
    missing.removeAll(Exercised.all());
    System.out.printf(
        "Answers of the contract (operation and status): %d of %d seen in the path form.%n",
        described.size() - missing.size(), described.size());

    assertThat(missing).as("answers that no test has seen").isEmpty();
  }
}
