package dev.precheck.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A problem found at one object.
 *
 * @param problem what is wrong
 * @param object where
 * @param arguments values for the places in the problem's message and remedy
 * @param fixStatements statements that would mend it, ready to run on the object's side; Precheck
 *     never runs them
 * @param selected the object that could be taken out of the plan to be rid of the finding
 */
public record Finding(
    Problem problem,
    ObjectRef object,
    Map<String, String> arguments,
    List<String> fixStatements,
    Optional<SelectedObject> selected) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

  public Finding {
    arguments = Map.copyOf(arguments);
    fixStatements = List.copyOf(fixStatements);
  }

  /** The same finding with a value for the place {@code {name}}. */
  public Finding with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(arguments);
    more.put(name, String.valueOf(value));
    return new Finding(problem, object, more, fixStatements, selected);
  }

  /** The same finding with one more statement that mends it. */
  public Finding fix(String statement) {
    List<String> more = new ArrayList<>(fixStatements);
    more.add(statement);
    return new Finding(problem, object, arguments, more, selected);
  }

  /** The same finding, told to be about an object of the plan that could be taken out. */
  public Finding about(SelectedObject removable) {
    return new Finding(problem, object, arguments, fixStatements, Optional.of(removable));
  }

  /** The problem's message about this object. */
  public String message() {
    return filled(problem.message());
  }

  /** What to do about it. */
  public String remedy() {
    return filled(problem.remedy());
  }

  /**
   * Fills a template's places.
   *
   * @throws IllegalStateException if a place has no argument: a defect of the check, which must not
   *     reach a reader as a sentence with a hole
   */
  private String filled(String template) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              String value = arguments.get(place.group(1));
              if (value == null) {
                throw new IllegalStateException(
                    problem.code() + " has no argument " + place.group(1));
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
