package dev.precheck.app.run;

import dev.precheck.app.security.reference.References;
import dev.precheck.app.store.Access;
import dev.precheck.app.store.SecretSeal;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Dialects;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;

/** From what is stored of a database to what the engine connects with. */
@Singleton
public final class Connections {

  private final Dialects dialects;
  private final SecretSeal seal;
  private final References references;

  Connections(Dialects dialects, SecretSeal seal, References references) {
    this.references = references;
    this.dialects = dialects;
    this.seal = seal;
  }

  /**
   * The engine with an id.
   *
   * @throws ApiException if this server cannot speak to it
   */
  public DatabaseEngine engine(String id) {
    return dialects
        .engine(id)
        .orElseThrow(
            () ->
                new ApiException(
                        ErrorCode.ENGINE_NOT_ALLOWED,
                        "This server has no dialect for the engine " + id + ".")
                    .advice("Use another engine, or put the dialect on the server's class path.")
                    .with("type", id));
  }

  /** What a check may know of the database. */
  public Endpoint endpoint(Access access) {
    return new Endpoint(
        engine(access.engine()),
        access.host(),
        access.port(),
        access.databaseName(),
        access.userName());
  }

  /**
   * How to log in; the only place where stored secrets are opened. A password that is kept
   * elsewhere is fetched when it is connected.
   */
  ConnectionSpec spec(String dataSourceId, Access access) {
    return new ConnectionSpec(
        endpoint(access),
        access
            .password()
            .map(text -> seal.openPassword(text, dataSourceId))
            .or(() -> access.passwordReference().map(references::secret)),
        access.tlsMode(),
        access.caCertificate(),
        seal.open(access.client(), dataSourceId));
  }
}
