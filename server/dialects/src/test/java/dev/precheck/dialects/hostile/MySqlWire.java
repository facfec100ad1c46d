package dev.precheck.dialects.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * MySQL's protocol, as much as an attack needs. Source:
 * https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html.
 */
final class MySqlWire {

  static final int LARGEST_PACKET = 0xffffff;
  private static final int PING = 0x0e;
  private static final int QUERY = 0x03;

  /** Protocol 4.1, local files, authentication plug-ins, session tracking, no EOF packets. */
  private static final int CAPABILITIES = 0x01ba_a28b;

  private final Wire client;

  MySqlWire(Wire client) {
    this.client = client;
  }

  /** A packet with its header. */
  static byte[] packet(int sequence, byte[] payload) {
    return new Bytes().little(payload.length, 3).u1(sequence).raw(payload).all();
  }

  /** What a server says first. */
  static byte[] greeting(String authentication) {
    return packet(
        0,
        new Bytes()
            .u1(10)
            .cText("8.0.36")
            .little(7, 4)
            .cText("12345678")
            .little(CAPABILITIES & 0xffff, 2)
            .u1(45)
            .little(2, 2)
            .little(CAPABILITIES >>> 16, 2)
            .u1(21)
            .raw(new byte[10])
            .cText("123456789012")
            .cText(authentication)
            .all());
  }

  static byte[] ok(int sequence) {
    return packet(sequence, new Bytes().u1(0, 0, 0, 2, 0, 0, 0).all());
  }

  static byte[] error(int sequence, int code, String state, byte[] message) {
    return packet(
        sequence, new Bytes().u1(0xff).little(code, 2).text("#" + state).raw(message).all());
  }

  static byte[] authSwitch(int sequence, String plugin) {
    return packet(sequence, new Bytes().u1(0xfe).cText(plugin).cText("x".repeat(20)).all());
  }

  /** The definition of a text column. */
  static byte[] column(int sequence, String name) {
    return packet(
        sequence,
        new Bytes()
            .sizedText("def")
            .sizedText("")
            .sizedText("")
            .sizedText("")
            .sizedText(name)
            .sizedText(name)
            .u1(0x0c)
            .little(45, 2)
            .little(1024, 4)
            .u1(0xfd)
            .little(0, 2)
            .u1(0)
            .little(0, 2)
            .all());
  }

  /** Greets and takes whatever the client answers. */
  void greet() throws IOException {
    client.send(greeting("mysql_native_password"));
    next();
  }

  /** Lets the client in, and answers it until it asks for rows. */
  void logIn() throws IOException {
    greet();
    client.send(ok(2));
    while (true) {
      byte[] command = next();
      String text = new String(command, 1, command.length - 1, StandardCharsets.UTF_8);
      boolean asksForRows =
          command[0] == QUERY && text.toUpperCase(Locale.ROOT).stripLeading().startsWith("SELECT");
      if (asksForRows) {
        return;
      }
      if (command[0] == QUERY || command[0] == PING) {
        client.send(ok(1));
      }
    }
  }

  /** The client's next packet. */
  byte[] next() throws IOException {
    byte[] header = client.read(4);
    int length = (header[0] & 0xff) | ((header[1] & 0xff) << 8) | ((header[2] & 0xff) << 16);
    return client.read(length);
  }
}
