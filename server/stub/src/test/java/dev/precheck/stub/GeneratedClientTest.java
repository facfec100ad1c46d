package dev.precheck.stub;

import dev.precheck.guard.ClientSuite;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The generated client tells what the stub says: every member of every example. */
class GeneratedClientTest extends ClientSuite {

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

  @Override
  protected String authorization() {
    return RunningStub.AUTHORIZATION;
  }
}
