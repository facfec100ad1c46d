package dev.precheck.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPolicyTest {

  private static final NetworkPolicy OPEN = NetworkPolicy.open();

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified",
    "0.1.2.3, unspecified",
    "::, unspecified",
    "169.254.0.1, link-local",
    "fe80::1, link-local",
    "fe80::1%1, link-local",
    "169.254.169.254, metadata",
    "169.254.170.2, metadata",
    "100.100.100.200, metadata",
    "168.63.129.16, metadata",
    "192.0.0.192, metadata",
    "fd00:ec2::254, metadata",
    "fd20:ce::254, metadata",
    "224.0.0.1, multicast",
    "239.255.255.250, multicast",
    "ff02::1, multicast",
    "240.0.0.1, broadcast",
    "255.255.255.255, broadcast"
  })
  void someAddressesAreNeverAllowed(String address, String use) {
    NetworkPolicy generous = policy("allow", address.replaceFirst("%.*", ""));

    for (NetworkPolicy policy : List.of(OPEN, generous)) {
      assertThat(refusal(policy, address, 3306, address))
          .contains(address.replaceFirst("^::$", "0:0:0:0:0:0:0:0").replaceFirst("::.*", ""))
          .contains(use)
          .contains("No setting allows that");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "::ffff:169.254.169.254, 169.254.169.254",
    "::169.254.169.254, 169.254.169.254",
    "::ffff:0:169.254.169.254, 169.254.169.254",
    "64:ff9b::169.254.169.254, 169.254.169.254",
    "64:ff9b:1:2:3:4:a9fe:a9fe, 169.254.169.254",
    "2002:a9fe:a9fe::1, 169.254.169.254",
    "2001:0:a9fe:a9fe::, 169.254.169.254",
    "2001:0:102:304::5601:5601, 169.254.169.254",
    "2001:db8::5efe:169.254.169.254, 169.254.169.254",
    "64:ff9b::224.0.0.1, 224.0.0.1",
    "2002::1, 0.0.0.0"
  })
  void anAddressWithinAnAddressCounts(String address, String within) {
    assertThat(refusal(OPEN, "db.example.com", 3306, address))
        .contains(within)
        .contains("No setting allows that");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "64:ff9b::127.0.0.1"})
  void loopbackIsASetting(String address) throws PolicyRefusal {
    NetworkPolicy closed = policy("loopback", "false");

    assertThat(refusal(closed, "db.example.com", 3306, address))
        .contains("a loopback address")
        .contains("PRECHECK_NETWORK_LOOPBACK=true");
    assertThat(OPEN.route("db.example.com", 3306, List.of(at(address))).addresses())
        .containsExactly(at(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "fd12::1",
        "fec0::1",
        "2002:a00:1::",
        "64:ff9b::10.0.0.1"
      })
  void privateNetworksAreASetting(String address) throws PolicyRefusal {
    NetworkPolicy closed = policy("privateRanges", "false");

    assertThat(refusal(closed, "db.example.com", 3306, address))
        .contains("a private address")
        .contains("PRECHECK_NETWORK_PRIVATE_RANGES=true");
    assertThat(OPEN.route("db.example.com", 3306, List.of(at(address))).port()).isEqualTo(3306);
  }

  @ParameterizedTest
  @ValueSource(strings = {"172.32.0.1", "11.0.0.1", "192.0.2.1", "100.128.0.1", "2001:db8::1"})
  void publicAddressesAreAllowed(String address) throws PolicyRefusal {
    NetworkPolicy closed = policy("privateRanges", "false");

    assertThat(closed.route(address, 3306, List.of(at(address))).addresses()).hasSize(1);
  }

  @Test
  void everyAddressOfANameIsJudged() {
    assertThat(refusal(OPEN, "db.example.com", 3306, "192.0.2.1", "192.0.2.2", "169.254.169.254"))
        .startsWith("db.example.com is at 169.254.169.254, which is a cloud's metadata service");
  }

  @ParameterizedTest
  @CsvSource({
    "db.example.com, DB.Example.com., denied",
    "*.example.com, a.b.EXAMPLE.com, denied",
    "*.example.com, example.com, allowed",
    "*.example.com, badexample.com, allowed",
    "db.example.com, x.db.example.com, allowed",
    "192.0.2.0/24, db.example.com, denied",
    "192.0.2.7, db.example.com, denied",
    "192.0.2.8, db.example.com, allowed",
    "2001:db8::/32, db.example.com, allowed"
  })
  void aHostIsDeniedByNameOrAddress(String rule, String host, String outcome) {
    NetworkPolicy policy = policy("deny", rule);

    if (outcome.equals("denied")) {
      assertThat(refusal(policy, host, 3306, "192.0.2.7"))
          .contains("denied by " + rule + " in PRECHECK_NETWORK_DENY");
    } else {
      assertThat(passes(policy, host, "192.0.2.7")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"64:ff9b::10.1.2.3", "2002:a01:203::", "::ffff:10.1.2.3"})
  void aRangeIsDeniedInWhateverFormItComes(String address) {
    assertThat(refusal(policy("deny", "10.1.0.0/16"), "db.example.com", 3306, address))
        .contains("denied by 10.1.0.0/16");
  }

  @Test
  void onlyWhatIsAllowedPasses() {
    NetworkPolicy policy = policy("allow", "*.db.example.com, 192.0.2.0/24");

    assertThat(passes(policy, "eu.db.example.com", "198.51.100.1")).isTrue();
    assertThat(passes(policy, "other.example.com", "192.0.2.200")).isTrue();
    assertThat(refusal(policy, "other.example.com", 3306, "198.51.100.1"))
        .contains("neither host nor address is in PRECHECK_NETWORK_ALLOW");
    assertThat(refusal(policy, "other.example.com", 3306, "192.0.2.1", "198.51.100.1"))
        .contains("198.51.100.1");
  }

  @Test
  void anAllowedRangeOpensPrivateAddressesAndAnAllowedNameDoesNot() {
    NetworkPolicy byAddress = policy("allow", "10.1.0.0/16", "privateRanges", "false");
    NetworkPolicy byName = policy("allow", "db.example.com", "privateRanges", "false");

    assertThat(passes(byAddress, "db.example.com", "10.1.2.3")).isTrue();
    assertThat(refusal(byName, "db.example.com", 3306, "10.1.2.3")).contains("a private address");
  }

  @Test
  void deniedGoesBeforeAllowed() {
    NetworkPolicy policy = policy("allow", "192.0.2.0/24", "deny", "192.0.2.9");

    assertThat(passes(policy, "192.0.2.8", "192.0.2.8")).isTrue();
    assertThat(refusal(policy, "192.0.2.9", 3306, "192.0.2.9")).contains("denied by 192.0.2.9");
  }

  @Test
  void portsAreAllowedAndDenied() {
    NetworkPolicy policy = policy("allowPorts", "3306,5432-5440", "denyPorts", "5433");

    assertThat(passes(policy, "192.0.2.1", "192.0.2.1")).isTrue();
    assertThat(refusal(policy, "192.0.2.1", 22, "192.0.2.1"))
        .isEqualTo("Port 22 is not among those of PRECHECK_NETWORK_ALLOW_PORTS.");
    assertThat(refusal(policy, "192.0.2.1", 5433, "192.0.2.1"))
        .isEqualTo("Port 5433 is denied by 5433 in PRECHECK_NETWORK_DENY_PORTS.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.1",
        "2130706433",
        "0177.0.0.1",
        "0x7f.0.0.1",
        "0x7f000001",
        "127.0.0.01",
        "127.0.0.1.",
        "017700000001"
      })
  void anIpv4AddressIsWrittenInOneWay(String host) {
    assertThat(refusal(OPEN, host, 3306, "127.0.0.1"))
        .contains("\"" + host + "\" is an unusual way to write an IPv4 address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allow | 10.1.2.3/8 | the range itself is 10.0.0.0/8",
        "allow | 10.0.0.0/33 | is no range of addresses",
        "deny | 10.* | neither a host name nor a range",
        "deny | a..b/ | is no range of addresses",
        "deny | *.*.example.com | neither a host name nor a range",
        "deny | 0x7f.1 | is no range of addresses",
        "deny | jdbc:x | is no range of addresses",
        "allowPorts | 0 | is no port and no range of ports",
        "denyPorts | 9-1 | is no port and no range of ports",
        "denyPorts | 65536 | is no port and no range of ports"
      })
  void aRuleThatCannotBeReadIsRefusedWithItsSetting(String setting, String rule, String message) {
    assertThatThrownBy(() -> policy(setting, rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "PRECHECK_NETWORK_"
                + setting.replace("Ports", "_ports").toUpperCase(java.util.Locale.ROOT))
        .hasMessageContaining("\"" + rule + "\"")
        .hasMessageContaining(message);
  }

  private static boolean passes(NetworkPolicy policy, String host, String address) {
    try {
      policy.route(host, 3306, List.of(at(address)));
      return true;
    } catch (PolicyRefusal e) {
      return false;
    }
  }

  private static String refusal(NetworkPolicy policy, String host, int port, String... addresses) {
    List<InetAddress> found = Arrays.stream(addresses).map(NetworkPolicyTest::at).toList();
    try {
      policy.route(host, port, found);
    } catch (PolicyRefusal e) {
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError("not refused: " + host + " at " + found);
  }

  private static InetAddress at(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** All that is not set is open. */
  private static NetworkPolicy policy(String... settings) {
    List<List<String>> lists = new ArrayList<>();
    for (String name : List.of("allow", "deny", "allowPorts", "denyPorts")) {
      lists.add(Arrays.asList(value(name, "", settings).split(",")));
    }
    return NetworkPolicy.of(
        new NetworkRules(
            lists.get(0),
            lists.get(1),
            lists.get(2),
            lists.get(3),
            Boolean.parseBoolean(value("loopback", "true", settings)),
            Boolean.parseBoolean(value("privateRanges", "true", settings))));
  }

  private static String value(String name, String otherwise, String... settings) {
    int at = Arrays.asList(settings).indexOf(name);
    return at < 0 ? otherwise : settings[at + 1];
  }
}
