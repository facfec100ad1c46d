package dev.precheck.dialects.hostile;

import static dev.precheck.dialects.hostile.PostgreSqlWire.announced;
import static dev.precheck.dialects.hostile.PostgreSqlWire.authentication;
import static dev.precheck.dialects.hostile.PostgreSqlWire.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.ConnectionAttempt.Failure;
import dev.precheck.spi.ConnectionAttempt.Stage;
import dev.precheck.spi.DatabaseEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that speaks PostgreSQL's protocol and means harm gets nothing and holds nobody up. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class HostilePostgreSqlTest {

  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final int IN_CLEAR = 3;

  @Test
  void thePasswordInClearIsRefusedWithoutTls() throws Exception {
    Attack attack =
        login(
            client -> {
              client.send(authentication(IN_CLEAR));
              client.listen();
            });

    attack.says("wants the password in clear, and the connection is not encrypted");
    assertThat(attack.failure().map(Failure::stage)).contains(Stage.AUTH);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 7, 9, 99, -1})
  void methodsThatNobodyUsesAreRefused(int method) throws Exception {
    login(
            client -> {
              client.send(authentication(method));
              client.listen();
            })
        .says("");
  }

  @ParameterizedTest
  @ValueSource(chars = {'E', 'R', 'N', 'S'})
  void aMessageThatIsAnnouncedHuge(char type) throws Exception {
    login(
            client -> {
              client.send(announced(type, Integer.MAX_VALUE));
              client.sendForEver(new byte[] {'x'});
            })
        .says("more than 1 MiB")
        .tookLittle();
  }

  @Test
  void noticesWithoutEndAtTheLogin() throws Exception {
    unaskedForEverAtTheLogin(PostgreSqlWire.notice());
  }

  @Test
  void settingsWithoutEndAtTheLogin() throws Exception {
    unaskedForEverAtTheLogin(PostgreSqlWire.setting("x", "y"));
  }

  private void unaskedForEverAtTheLogin(byte[] message) throws Exception {
    login(
            client -> {
              client.send(authentication(0));
              client.sendForEver(message);
            })
        .says("1000 notices")
        .tookLittle();
  }

  @Test
  void aLoginThatNeverEnds() throws Exception {
    login(client -> client.dripForEver(PostgreSqlWire.notice())).says("");
    login(
            client -> {
              client.send(authentication(0));
              client.dripForEver(PostgreSqlWire.notice());
            })
        .says("so slowly that the login did not end in time");
  }

  @Test
  void aProtocolVersionWithOptionsWithoutEnd() throws Exception {
    login(
            client -> {
              client.send(announced('v', 1 << 20));
              client.send(new Bytes().big(3 << 16, 4).big(Integer.MAX_VALUE, 4).all());
              client.sendForEver(new Bytes().cText("option").all());
            })
        .says("a version of the protocol that nobody asked for")
        .tookLittle();
  }

  @Test
  void anErrorOfSixteenMegabytesAtTheLogin() throws Exception {
    login(client -> client.send(PostgreSqlWire.error("28P01", new byte[16_000_000])))
        .says("more than 1 MiB")
        .tookLittle();
  }

  @Test
  void anErrorThatRepeatsThePasswordAndIsNoText() throws Exception {
    byte[] echo = new Bytes().u1(0xff, 0xfe, 0xc0).text("wrong: " + Attack.PASSWORD + "\r\n").all();

    login(client -> client.send(PostgreSqlWire.error("28P01", echo))).says("wrong: ***");
  }

  @Test
  void rowsWithoutEnd() throws Exception {
    rowsForEver(PostgreSqlWire.row(new byte[1000]));
  }

  @Test
  void rowsOfNothingWithoutEnd() throws Exception {
    rowsForEver(message('D', new Bytes().big(0, 2).all()));
  }

  private void rowsForEver(byte[] row) throws Exception {
    answering(
            AMPLE,
            client -> {
              client.send(PostgreSqlWire.oneColumn("product"));
              client.sendForEver(row);
            })
        .says("MiB over one connection")
        .tookItsShare();
  }

  @Test
  void noticesWithoutEnd() throws Exception {
    answering(AMPLE, client -> client.sendForEver(PostgreSqlWire.notice()))
        .says("1000 notices")
        .tookLittle();
    answering(AMPLE, client -> client.sendForEver(PostgreSqlWire.setting("x", "y")))
        .says("1000 notices")
        .tookLittle();
  }

  @Test
  void aValueThatIsAnnouncedAsTwoGigabytes() throws Exception {
    byte[] row = new Bytes().u1('D').big(10, 4).big(1, 2).big(Integer.MAX_VALUE - 8, 4).all();

    answering(
            AMPLE,
            client -> {
              client.send(PostgreSqlWire.oneColumn("product"));
              client.send(row);
              client.sendForEver(new byte[] {'x'});
            })
        .says("a value of 2147483639 bytes in 0 bytes")
        .tookLittle();
  }

  @Test
  void aMessageThatIsAnnouncedAsTwoGigabytes() throws Exception {
    answering(
            AMPLE,
            client -> {
              client.send(PostgreSqlWire.oneColumn("product"));
              client.send(announced('D', Integer.MAX_VALUE));
              client.send(new Bytes().big(1, 2).big(Integer.MAX_VALUE - 10, 4).all());
              client.sendForEver(new byte[] {'x'});
            })
        .says("MiB over one connection")
        .tookLittle();
  }

  @Test
  void aMessageThatIsShorterThanItsLength() throws Exception {
    answering(AMPLE, client -> client.sendForEver(announced('E', 3)))
        .says("a message of 3 bytes")
        .tookLittle();
  }

  @ParameterizedTest
  @ValueSource(chars = {'G', 'H', 'W'})
  void aCopyThatNobodyAskedFor(char kind) throws Exception {
    byte[] begin = message(kind, new Bytes().u1(0).big(0, 2).all());
    byte[] data = message('d', new byte[1000]);

    answering(
            AMPLE,
            client -> {
              client.send(begin);
              client.sendForEver(data);
            })
        .says("")
        .tookItsShare();
  }

  @Test
  void rowsByteByByte() throws Exception {
    byte[] row = PostgreSqlWire.row("slow".getBytes(StandardCharsets.UTF_8));

    answering(
            Duration.ofSeconds(2),
            client -> {
              client.send(PostgreSqlWire.oneColumn("product"));
              client.dripForEver(row);
            })
        .says("the first question was not answered within 2.0 s");
  }

  @Test
  void anErrorOfSixteenMegabytes() throws Exception {
    byte[] text = "x".repeat(16_000_000).getBytes(StandardCharsets.UTF_8);

    answering(
            AMPLE,
            client -> {
              client.send(PostgreSqlWire.error("42601", text));
              client.send(PostgreSqlWire.ready());
              client.listen();
            })
        .says("xxx… (16000000 characters)");
  }

  @Test
  void aValueThatIsNoText() throws Exception {
    byte[] noUtf8 = {(byte) 0xc0, (byte) 0xff, 0};

    answering(
            AMPLE,
            client -> {
              client.send(PostgreSqlWire.oneColumn("product"));
              client.send(PostgreSqlWire.row(noUtf8));
              client.send(PostgreSqlWire.complete());
              client.listen();
            })
        .says("");
  }

  @Test
  void tlsHidesNothingFromUs() throws Exception {
    Attack negotiating =
        Attack.on(
            DatabaseEngine.POSTGRESQL,
            client -> {
              new PostgreSqlWire(client).greetWithTls();
              client.send(announced('v', 1 << 20));
              client.listen();
            });
    Attack announcing =
        Attack.on(
            DatabaseEngine.POSTGRESQL,
            client -> {
              new PostgreSqlWire(client).greetWithTls();
              client.send(announced('E', Integer.MAX_VALUE));
              client.listen();
            });

    negotiating.says("a version of the protocol that nobody asked for");
    announcing.says("more than 1 MiB");
  }

  @Test
  void withinTlsThePasswordIsSentAsAsked() throws Exception {
    Attack attack =
        Attack.on(
            DatabaseEngine.POSTGRESQL,
            client -> {
              new PostgreSqlWire(client).greetWithTls();
              client.send(authentication(IN_CLEAR));
              client.listen();
            });

    assertThat(attack.heard()).contains(Attack.PASSWORD);
  }

  private static Attack login(HostileServer.Script afterStartup) throws Exception {
    return Attack.on(
        DatabaseEngine.POSTGRESQL,
        client -> {
          new PostgreSqlWire(client).greetWithoutTls();
          afterStartup.play(client);
        });
  }

  private static Attack answering(Duration patience, HostileServer.Script answer) throws Exception {
    return Attack.on(
        DatabaseEngine.POSTGRESQL,
        patience,
        client -> {
          new PostgreSqlWire(client).logIn();
          answer.play(client);
        });
  }
}
