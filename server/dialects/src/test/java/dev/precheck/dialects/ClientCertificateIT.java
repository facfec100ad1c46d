package dev.precheck.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialect;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.TlsMode;
import dev.precheck.engine.tls.UnusableKey;
import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.testkit.db.EachDatabase;
import dev.precheck.testkit.db.Routes;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.Specs;
import dev.precheck.testkit.db.TestCertificates;
import dev.precheck.testkit.db.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The server wants to see a certificate of the client. */
final class ClientCertificateIT {

  @EachDatabase({
    TestDatabase.MYSQL_8_0,
    TestDatabase.MYSQL_9_7,
    TestDatabase.MARIADB_10_11,
    TestDatabase.MARIADB_11_4,
    TestDatabase.POSTGRESQL_18
  })
  void isShownToAServerThatAsks(TestDatabase database) throws Exception {
    ConnectionSpec account = certified(database.start());
    TestCertificates certificates = TestCertificates.get();
    ConnectionSpec showing = Specs.showing(account, certificates.client());

    for (TlsMode tls : new TlsMode[] {TlsMode.PREFER, TlsMode.REQUIRE}) {
      open(Specs.with(showing, tls)).close();
      assertThat(failure(Specs.with(account, tls)).stage()).isEqualTo(Stage.AUTH);
    }
    open(Specs.with(showing, TlsMode.VERIFY_CA, database.start().authority())).close();
    // As other tools write it, with words around it.
    ClientCertificate elliptic = certificates.elliptic();
    ClientCertificate told =
        new ClientCertificate(
            "Bag Attributes\n    friendlyName: a|b c\n" + elliptic.chain(), elliptic.key());
    open(Specs.with(Specs.showing(account, told), TlsMode.REQUIRE)).close();
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.MARIADB_11_4, TestDatabase.POSTGRESQL_18})
  void ofAnotherAuthorityIsRefused(TestDatabase database) throws Exception {
    ConnectionSpec account = Specs.with(certified(database.start()), TlsMode.REQUIRE);

    Failure failure = failure(Specs.showing(account, TestCertificates.get().stranger()));

    assertThat(failure.stage()).isEqualTo(Stage.TLS);
    assertThat(failure.message()).doesNotContain("PRIVATE KEY");
  }

  @EachDatabase({TestDatabase.MYSQL_8_0, TestDatabase.POSTGRESQL_18})
  void thatCannotBeUsedIsToldBeforeAnybodyIsDialled(TestDatabase database) throws Exception {
    ConnectionSpec account = Specs.with(certified(database.start()), TlsMode.REQUIRE);
    TestCertificates certificates = TestCertificates.get();

    Failure expired = failure(Specs.showing(account, certificates.expired()));
    assertThat(expired.stage()).isEqualTo(Stage.TLS);
    assertThat(expired.message()).startsWith("The client certificate expired on 20");

    ClientCertificate mixed =
        new ClientCertificate(certificates.client().chain(), certificates.stranger().key());
    assertThat(failure(Specs.showing(account, mixed)).message())
        .isEqualTo("The client certificate's private key is not the key of this certificate");
  }

  @Test
  void mayHaveAnyUsualKindOfKey() throws Exception {
    TestCertificates certificates = TestCertificates.get();
    for (ClientCertificate certificate :
        List.of(certificates.client(), certificates.elliptic(), certificates.edwards())) {
      String kind = certificate.keyManager(Instant.now()).getPrivateKey("").getAlgorithm();
      assertThat(kind).isIn("RSA", "EC", "EdDSA");

      ClientCertificate mixed =
          new ClientCertificate(certificate.chain(), certificates.stranger().key());
      assertThatThrownBy(() -> mixed.keyManager(Instant.now())).isInstanceOf(UnusableKey.class);
    }
  }

  /** One that logs in with the certificate alone, or with it and a password. */
  private static ConnectionSpec certified(RunningDatabase server) throws IOException {
    if (server.database() == TestDatabase.POSTGRESQL_18) {
      server.execute(
          "DO $$ BEGIN CREATE ROLE certificate_only;"
              + " EXCEPTION WHEN duplicate_object THEN NULL; END $$",
          ("DO $$ BEGIN CREATE ROLE %s LOGIN IN ROLE certificate_only;"
                  + " EXCEPTION WHEN duplicate_object THEN NULL; END $$")
              .formatted(TestCertificates.ACCOUNT));
      return server.account(TestCertificates.ACCOUNT, "");
    }
    return server.createUser(
        server.fresh("certified"),
        "secret",
        "ALTER USER {user} REQUIRE SUBJECT '/CN=" + TestCertificates.ACCOUNT + "'");
  }

  private static Connection open(ConnectionSpec spec) throws SQLException {
    return dialect(spec).connect(spec, Routes.to(spec), Deadlines.standard());
  }

  private static Failure failure(ConnectionSpec spec) {
    return dialect(spec)
        .explain(
            Objects.requireNonNull(
                catchThrowableOfType(SQLException.class, () -> open(spec).close())));
  }

  private static Dialect dialect(ConnectionSpec spec) {
    return Dialects.load().of(spec.endpoint().engine());
  }
}
