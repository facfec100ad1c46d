package dev.precheck.app.http;

import dev.precheck.api.model.ConnectedEndpoint;
import dev.precheck.api.model.ConnectionStage;
import dev.precheck.api.model.ConnectionTest;
import dev.precheck.app.run.TestedConnection;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Server;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From how connecting went to its form on the wire. */
final class ConnectionMapper {

  private ConnectionMapper() {}

  static @Nullable ConnectionTest wire(@Nullable TestedConnection tested) {
    if (tested == null) {
      return null;
    }
    Optional<Failure> failure = tested.report().attempt().failure();
    return new ConnectionTest()
        .connected(failure.isEmpty())
        .stage(failure.map(f -> ConnectionStage.valueOf(f.stage().name())).orElse(null))
        .vendorCode(failure.map(Failure::vendorCode).filter(c -> !c.isEmpty()).orElse(null))
        .diagnoseMessage(
            tested
                .finding()
                .map(Finding::message)
                .or(() -> failure.map(Failure::message))
                .orElse(null))
        .advice(tested.finding().map(Finding::remedy).orElse(null))
        .cost(tested.report().attempt().millis() + " ms")
        .endpoint(tested.report().server().map(ConnectionMapper::server).orElse(null));
  }

  private static ConnectedEndpoint server(Server server) {
    return new ConnectedEndpoint()
        .version(known(server.version()))
        .charset(known(server.charset()))
        .timezone(known(server.timeZone()));
  }

  private static @Nullable String known(String text) {
    return text.isBlank() ? null : text;
  }
}
