package dev.precheck.dialects.hostile;

import static dev.precheck.dialects.hostile.MySqlWire.packet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.spi.DatabaseEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that speaks MySQL's protocol and means harm gets nothing and holds nobody up. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HostileMySqlTest {

  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final byte[] LARGE = new byte[MySqlWire.LARGEST_PACKET];

  @Test
  void aGreetingThatIsAnnouncedHuge() throws Exception {
    attack(
            client -> {
              client.send(new Bytes().little(MySqlWire.LARGEST_PACKET, 3).u1(0).all());
              client.sendForEver(new byte[] {10});
            })
        .says("more than 1 MiB and the login is still not complete")
        .tookLittle();
  }

  @Test
  void aGreetingThatNeverEnds() throws Exception {
    attack(
            client -> {
              client.send(new Bytes().little(100_000, 3).u1(0, 10).all());
              client.dripForEver(new byte[] {'8'});
            })
        .says("so slowly that the login did not end in time");
  }

  @Test
  void aLoginThatNeverEnds() throws Exception {
    attack(
            client -> {
              new MySqlWire(client).greet();
              while (true) {
                client.send(MySqlWire.authSwitch(2, "mysql_native_password"));
                new MySqlWire(client).next();
              }
            })
        .says("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql_clear_password",
        "dialog",
        "auth_gssapi_client",
        "authentication_ldap_sasl_client",
        "../../etc/passwd",
        "precheck_unknown"
      })
  void aMethodThatShowsThePasswordOrIsUnknown(String plugin) throws Exception {
    Attack switched =
        attack(
            client -> {
              new MySqlWire(client).greet();
              client.send(MySqlWire.authSwitch(2, plugin));
              client.listen();
            });
    switched.says(plugin);
    assertThat(switched.failure().map(Failure::stage)).contains(Stage.AUTH);
  }

  @Test
  void aGreetingThatAsksForThePasswordInClear() throws Exception {
    attack(
            client -> {
              client.send(MySqlWire.greeting("mysql_clear_password"));
              client.listen();
            })
        .says("does not speak as such a database does");
  }

  @Test
  void anErrorOfSixteenMegabytesAtTheLogin() throws Exception {
    attack(
            client -> {
              new MySqlWire(client).greet();
              client.send(MySqlWire.error(2, 1045, "28000", new byte[16_000_000]));
            })
        .says("more than 1 MiB")
        .tookLittle();
  }

  @Test
  void anErrorThatIsNoText() throws Exception {
    byte[] noUtf8 = {(byte) 0xff, (byte) 0xfe, 'n', 'o', (byte) 0xc0, '\r', '\n', 'x'};

    attack(
            client -> {
              new MySqlWire(client).greet();
              client.send(MySqlWire.error(2, 1045, "28000", noUtf8));
            })
        .says("no");
  }

  @Test
  void anErrorThatRepeatsThePassword() throws Exception {
    attack(
            client -> {
              new MySqlWire(client).greet();
              byte[] echo = ("wrong: " + Attack.PASSWORD).getBytes(StandardCharsets.UTF_8);
              client.send(MySqlWire.error(2, 1045, "28000", echo));
            })
        .says("wrong: ***");
  }

  @Test
  void aFileOfTheClientIsAskedFor(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("secret"), "canary-of-the-file");
    byte[] request = packet(1, new Bytes().u1(0xfb).text(file.toString()).all());

    Attack once =
        answering(
            AMPLE,
            client -> {
              client.send(request);
              client.send(MySqlWire.ok(3));
              client.listen();
            });
    Attack forEver = answering(AMPLE, client -> client.sendForEver(request));

    once.says("LOAD DATA LOCAL INFILE asked for file");
    // The driver goes deeper with each request; where the stack ends it says one or the other.
    forEver.says("there is no room (StackOverflowError)", "does not speak as such a database does");
    assertThat(once.heard() + forEver.heard()).doesNotContain("canary-of-the-file");
  }

  @Test
  void aRowInPacketsWithoutEnd() throws Exception {
    answering(
            AMPLE,
            client -> {
              client.send(resultOfOneColumn());
              while (true) {
                client.send(packet(3, LARGE));
              }
            })
        .says("MiB over one connection")
        .tookItsShare();
  }

  @Test
  void rowsWithoutEnd() throws Exception {
    byte[] row = packet(3, new Bytes().u1(0xfc).little(1000, 2).raw(new byte[1000]).all());

    answering(
            AMPLE,
            client -> {
              client.send(resultOfOneColumn());
              client.sendForEver(row);
            })
        .says("MiB over one connection")
        .tookItsShare();
  }

  @Test
  void columnsWithoutEnd() throws Exception {
    answering(
            AMPLE,
            client -> {
              client.send(packet(1, new Bytes().u1(0xfc).little(4_000, 2).all()));
              client.sendForEver(MySqlWire.column(2, "x".repeat(100)));
            })
        .says("");
  }

  @Test
  void moreColumnsThanThereIsRoomFor() throws Exception {
    answering(
            AMPLE,
            client -> {
              client.send(packet(1, new Bytes().u1(0xfe).little(Integer.MAX_VALUE, 8).all()));
              client.listen();
            })
        .says("announces a result of 2147483647 columns");
  }

  @Test
  void moreColumnsThanThereAre() throws Exception {
    for (byte[] count :
        List.of(
            new Bytes().u1(0xfc).little(4_097, 2).all(),
            new Bytes().u1(0xfd).little(50_000, 3).u1(1).all(),
            new Bytes().u1(0xfe).little(50_000_000, 8).u1(0).all())) {
      answering(
              AMPLE,
              client -> {
                client.send(packet(1, count));
                client.listen();
              })
          .says("columns; it can have 4096");
    }
  }

  @Test
  void aValueThatIsAnnouncedAsAGigabyte() throws Exception {
    answering(
            AMPLE,
            client -> {
              client.send(resultOfOneColumn());
              client.send(packet(3, new Bytes().u1(0xfe).little(1 << 30, 8).u1('x').all()));
              client.send(packet(4, new Bytes().u1(0xfe, 0, 0, 2, 0, 0, 0).all()));
              client.listen();
            })
        .says("");
  }

  @Test
  void rowsByteByByte() throws Exception {
    answering(
            Duration.ofSeconds(2),
            client -> {
              client.send(resultOfOneColumn());
              client.dripForEver(packet(3, new Bytes().sizedText("slow").all()));
            })
        .says("the first question was not answered within 2.0 s");
  }

  @Test
  void anErrorOfSixteenMegabytes() throws Exception {
    byte[] text = "x".repeat(16_000_000).getBytes(StandardCharsets.UTF_8);

    answering(AMPLE, client -> client.send(MySqlWire.error(1, 1064, "42000", text)))
        .says("xxx… (16000000 characters)");
  }

  private static byte[] resultOfOneColumn() {
    return new Bytes().raw(packet(1, new byte[] {1})).raw(MySqlWire.column(2, "product")).all();
  }

  private static Attack attack(HostileServer.Script script) throws Exception {
    return Attack.on(DatabaseEngine.MYSQL, script);
  }

  private static Attack answering(Duration patience, HostileServer.Script answer) throws Exception {
    return Attack.on(
        DatabaseEngine.MARIADB,
        patience,
        client -> {
          new MySqlWire(client).logIn();
          answer.play(client);
        });
  }
}
