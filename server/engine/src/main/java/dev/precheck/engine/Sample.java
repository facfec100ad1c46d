package dev.precheck.engine;

import dev.precheck.spi.DataLiteral;
import dev.precheck.spi.Facet;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The first rows of a fact, as text.
 *
 * @param columns the names of the values
 * @param rows at most 20, each with a value for each column; a value longer than 200 characters is
 *     cut and says how long it is
 */
public record Sample(List<String> columns, List<List<String>> rows) {

  /** Nothing was read. */
  static final Sample NONE = new Sample(List.of(), List.of());

  private static final int MOST_ROWS = 20;
  private static final int LONGEST = 200;

  public Sample {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Of a facet's rows.
   *
   * @param redact takes secrets out of what the server said
   */
  static Sample of(Facet<?> facet, List<?> rows, UnaryOperator<String> redact) {
    List<RecordComponent> components = List.of(facet.row().getRecordComponents());
    return new Sample(
        components.stream().map(RecordComponent::getName).toList(),
        rows.stream()
            .limit(MOST_ROWS)
            .map(row -> components.stream().map(of -> text(of, row, redact)).toList())
            .toList());
  }

  /** Of one row that is no facet's. */
  static Sample ofRow(List<String> columns, String... values) {
    return new Sample(
        columns, List.of(Arrays.stream(values).map(value -> Cut.counted(value, LONGEST)).toList()));
  }

  private static String text(RecordComponent component, Object row, UnaryOperator<String> redact) {
    Object value = value(component, row);
    if (!(value instanceof String said)) {
      // A number or a constant, whose words are the same for everybody.
      return Cut.counted(String.valueOf(value), LONGEST);
    }
    // Before it is cut: half a secret would not be recognised.
    return Cut.counted(redact.apply(shown(component, said)), LONGEST);
  }

  private static String shown(RecordComponent component, String said) {
    DataLiteral data = component.getAnnotation(DataLiteral.class);
    if (data == null) {
      return said;
    }
    return switch (data.value()) {
      case VALUE -> Literals.placeholder(said);
      case EXPRESSION -> Literals.blanked(said);
    };
  }

  private static Object value(RecordComponent component, Object row) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
