package dev.precheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The patterns take what people really write, and keep out what would be dangerous. */
class PatternsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost", "db1.example.com", "db-1.example.com.", "mysql_1", "10.0.0.1",
            "xn--bcher-kva.example",
        "::1", "2001:db8::17", "fe80::1:2:3:4", "::ffff:10.0.0.1", "1:2:3:4:5:6:7:8", "2130706433"
      })
  void hostsAreNamesAndAddresses(String host) {
    assertThat(host).matches(pattern("HostName"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x/?allowLoadLocalInfile=true&",
        "a?b",
        "a&b",
        "a;INIT=x",
        "a=b",
        "user@host",
        "a#b",
        "a b",
        "a\n",
        "[::1]",
        "host:3306",
        "1::2:3306x",
        "a,b",
        "(host=a)",
        "-a",
        "a-",
        "a..b",
        ".a",
        "%2f",
        "a\\b",
        "a'b",
        "ä.example",
        "fe80::1%eth0",
        "address=(host=a)"
      })
  void hostsAreNothingElse(String host) {
    assertThat(host).doesNotMatch(pattern("HostName"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.*",
        "*.tmp_?",
        "shop.a\\*b",
        "a\\.b.c\\\\d",
        "*.*",
        "größe.客户",
        "a b.'; DROP TABLE x"
      })
  void rulesHaveTwoPartsWithWildcardsAndEscapes(String rule) {
    assertThat(rule).matches(pattern("ObjectRule"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "shop.", ".a", "a.b.c", "a.b\\", "a.\\b", "a.b\t", "a\n.b"})
  void anythingElseIsNoRule(String rule) {
    assertThat(rule).doesNotMatch(pattern("ObjectRule"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "a'b\"c`d", "a; DROP TABLE b", "表", "a b", "a.b", "?", "é"})
  void namesTakeEverythingButControlCharacters(String name) {
    assertThat(name).matches(pattern("ObjectName"));
    assertThat(name + "\u0000").doesNotMatch(pattern("ObjectName"));
    assertThat(name + "\n").doesNotMatch(pattern("ObjectName"));
  }

  private static Pattern pattern(String schema) {
    return Pattern.compile(Contract.ROOT.at("/components/schemas/" + schema + "/pattern").asText());
  }
}
