package dev.precheck.stub;

import dev.precheck.guard.ContractSuite;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The stub does what the contract says. */
class ContractTest extends ContractSuite {

  private RunningStub stub;

  @BeforeAll
  void start() throws Exception {
    stub = RunningStub.start();
  }

  @AfterAll
  void stop() {
    stub.close();
  }

  @Override
  protected URI server() {
    return stub.uri();
  }
}
