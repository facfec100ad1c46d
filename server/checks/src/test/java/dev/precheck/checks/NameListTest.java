package dev.precheck.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameListTest {

  @Test
  void fewAreAllThere() {
    assertThat(NameList.of(List.of())).isEmpty();
    assertThat(NameList.of(List.of("a", "b"))).isEqualTo("a, b");
    assertThat(NameList.of(names(20))).endsWith("n18, n19");
  }

  @Test
  void manyAreCounted() {
    assertThat(NameList.of(names(21))).endsWith("n18, n19 and 1 more");
    assertThat(NameList.of(names(10_000))).endsWith("n19 and 9980 more");
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(number -> "n" + number).toList();
  }
}
