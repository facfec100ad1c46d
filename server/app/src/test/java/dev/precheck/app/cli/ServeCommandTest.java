package dev.precheck.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code precheck serve} and {@code precheck demo} refuse to start with. */
class ServeCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "http", "123456789012"})
  void whatIsNoPortIsRefused(String port) {
    assertThat(Given.nothing().run("serve", "--port=" + port).code()).isEqualTo(ExitCodes.USAGE);
    assertThat(Given.nothing().run("demo", "--port=" + port).err()).contains("is no port");
  }

  @Test
  void aPortThatSomebodyHasIsRefused() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Given.Ran ran = Given.nothing().run("demo", "--exit", "--port=" + taken.getLocalPort());

      assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
      assertThat(ran.err()).contains("cannot be listened on");
    }
  }
}
