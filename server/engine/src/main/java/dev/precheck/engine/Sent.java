package dev.precheck.engine;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a server was sent for one fact.
 *
 * @param statement the first statement as it was handed to the driver, at most its first 8,000
 *     characters
 * @param length how many characters that statement has
 * @param parameters the first 100 values bound to its {@code ?}, in their order
 * @param parameterCount how many were bound
 * @param count how many statements were sent: more than one only by a probe
 */
public record Sent(
    String statement, int length, List<String> parameters, int parameterCount, int count) {

  private static final int LONGEST = 8_000;
  private static final int MOST_PARAMETERS = 100;

  public Sent {
    parameters = List.copyOf(parameters);
  }

  /** The first statement of a fact. */
  static Sent first(String statement, Collection<String> bound, UnaryOperator<String> redact) {
    return new Sent(
        Cut.of(statement, LONGEST),
        statement.length(),
        bound.stream().limit(MOST_PARAMETERS).map(redact).toList(),
        bound.size(),
        1);
  }

  /** The same with another statement after it. */
  Sent again() {
    return new Sent(statement, length, parameters, parameterCount, count + 1);
  }
}
