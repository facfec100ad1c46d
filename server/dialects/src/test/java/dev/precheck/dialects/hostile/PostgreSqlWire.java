package dev.precheck.dialects.hostile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * PostgreSQL's protocol, as much as an attack needs. Source:
 * https://www.postgresql.org/docs/current/protocol-message-formats.html.
 */
final class PostgreSqlWire {

  /** The one that asks whether the connection works, and for nothing else. */
  private static final String SIMPLE = "";

  private final Wire client;

  PostgreSqlWire(Wire client) {
    this.client = client;
  }

  static byte[] message(char type, byte[] payload) {
    return new Bytes().u1(type).big(payload.length + 4, 4).raw(payload).all();
  }

  /** The beginning of a message that is said to be so long. */
  static byte[] announced(char type, int length) {
    return new Bytes().u1(type).big(length, 4).all();
  }

  static byte[] authentication(int kind) {
    return message('R', new Bytes().big(kind, 4).all());
  }

  static byte[] error(String state, byte[] text) {
    return message(
        'E',
        new Bytes()
            .cText("SERROR")
            .cText("VERROR")
            .cText("C" + state)
            .text("M")
            .raw(text)
            .u1(0, 0)
            .all());
  }

  static byte[] notice() {
    return message('N', new Bytes().cText("SNOTICE").cText("C00000").cText("Mhello").u1(0).all());
  }

  static byte[] setting(String name, String value) {
    return message('S', new Bytes().cText(name).cText(value).all());
  }

  static byte[] row(byte[] value) {
    return message('D', new Bytes().big(1, 2).big(value.length, 4).raw(value).all());
  }

  static byte[] oneColumn(String name) {
    return message(
        'T',
        new Bytes()
            .big(1, 2)
            .cText(name)
            .big(0, 4)
            .big(0, 2)
            .big(25, 4)
            .big(-1, 2)
            .big(-1, 4)
            .big(0, 2)
            .all());
  }

  static byte[] complete() {
    return new Bytes().raw(message('C', new Bytes().cText("SELECT 1").all())).raw(ready()).all();
  }

  static byte[] ready() {
    return message('Z', new Bytes().text("I").all());
  }

  /** Has no TLS, and takes what the client says of itself. */
  void greetWithoutTls() throws IOException {
    startup();
    client.send(new byte[] {'N'});
    startup();
  }

  /** Has TLS, and takes what the client says of itself within it. */
  void greetWithTls() throws IOException {
    startup();
    client.send(new byte[] {'S'});
    client.startTls();
    startup();
  }

  private void startup() throws IOException {
    int length = ByteBuffer.wrap(client.read(4)).getInt();
    client.read(length - 4);
  }

  /** Lets the client in, and answers it until it asks for what it came for. */
  void logIn() throws IOException {
    greetWithoutTls();
    client.send(authentication(0));
    client.send(setting("server_version", "16.4"));
    client.send(setting("client_encoding", "UTF8"));
    client.send(setting("standard_conforming_strings", "on"));
    client.send(setting("integer_datetimes", "on"));
    client.send(setting("DateStyle", "ISO, MDY"));
    client.send(setting("TimeZone", "UTC"));
    client.send(message('K', new Bytes().big(7, 4).big(7, 4).all()));
    client.send(ready());
    while (true) {
      String asked = next();
      if (asked.equals(SIMPLE)) {
        client.send(message('I', new byte[0]));
        client.send(ready());
        continue;
      }
      if (!asked.contains("set_config")) {
        client.send(message('1', new byte[0]));
        client.send(message('2', new byte[0]));
        return;
      }
      client.send(message('1', new byte[0]));
      client.send(message('2', new byte[0]));
      client.send(message('n', new byte[0]));
      client.send(complete());
    }
  }

  /** The client's next statement; it has sent everything that belongs to it. */
  private String next() throws IOException {
    String statement = "";
    while (true) {
      char type = (char) client.read(1)[0];
      int length = ByteBuffer.wrap(client.read(4)).getInt();
      byte[] payload = client.read(length - 4);
      if (type == 'Q') {
        return SIMPLE;
      } else if (type == 'P') {
        statement = afterName(payload);
      } else if (type == 'S') {
        return statement;
      }
    }
  }

  private static String afterName(byte[] parse) {
    String text = new String(parse, StandardCharsets.UTF_8);
    int from = text.indexOf(0) + 1;
    return text.substring(from, text.indexOf(0, from));
  }
}
