package dev.precheck.app.report;

import dev.precheck.app.store.ItemStatus;
import dev.precheck.app.store.report.FixStatements.Fix;
import dev.precheck.app.store.report.ItemState;
import dev.precheck.app.store.report.PrecheckState;
import dev.precheck.spi.Side;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Fix statements as a script that database clients take: {@code mysql}, {@code psql} and the like.
 * Texts from databases stand in its comments and must not get out of them.
 */
public final class FixScript {

  private final StringBuilder statements = new StringBuilder();
  private final Set<String> written = new HashSet<>();
  private final Set<String> withSkipped = new LinkedHashSet<>();
  private final boolean skippedToo;
  private String heading = "";

  /**
   * An empty one.
   *
   * @param skippedToo whether it has what a user has skipped
   */
  public FixScript(boolean skippedToo) {
    this.skippedToo = skippedToo;
  }

  /** Adds the statements of one finding; those that are there already are left out. */
  public void add(Fix fix) {
    if (fix.skipped() && !skippedToo) {
      withSkipped.add(fix.itemName());
      return;
    }
    for (String statement : fix.fixStatements()) {
      String text = terminated(statement);
      if (written.add(text)) {
        head(fix);
        statements.append(text).append('\n');
      }
    }
  }

  private void head(Fix fix) {
    if (!heading.equals(fix.itemName())) {
      heading = fix.itemName();
      statements.append('\n');
      comment(statements, heading + ": " + fix.status() + ", " + fix.checkType());
    }
  }

  /** How many statements it has. */
  public int count() {
    return written.size();
  }

  /** The whole script, of a precheck as it stands, for one side. */
  public String text(PrecheckState state, Side side) {
    StringBuilder script = new StringBuilder();
    comment(
        script,
        "Precheck "
            + state.id()
            + state.precheck().name().map(name -> " (" + name + ")").orElse("")
            + ", attempt "
            + state.attempt()
            + ": fix statements for the "
            + side.name().toLowerCase(Locale.ROOT)
            + ", "
            + state.primary(side).engine()
            + ".");
    comment(
        script,
        written.isEmpty()
            ? "There are none."
            : "Precheck has run none of them. Read each one before you do: some delete rows.");
    if (!state.precheck().status().isFinal()) {
      comment(script, "The precheck is " + state.precheck().status() + ": more may follow.");
    }
    unknown(state, side).forEach(item -> comment(script, unknown(item)));
    withSkipped.forEach(
        name -> comment(script, name + ": what a user has skipped of it is left out."));
    return script.append(statements).toString();
  }

  private static List<ItemState> unknown(PrecheckState state, Side side) {
    return state.items().stream()
        .filter(item -> item.side() == side)
        .filter(
            item ->
                item.status() == ItemStatus.UNDETERMINED
                    || item.status() == ItemStatus.PENDING
                    || item.status() == ItemStatus.RUNNING)
        .toList();
  }

  private static String unknown(ItemState item) {
    return item.name() + ": " + item.status() + ", so what it would need is not known.";
  }

  /** One line whatever is in it: clients end a comment at a line break, and only there. */
  private static void comment(StringBuilder script, String text) {
    script.append("-- ");
    text.codePoints()
        .map(c -> isLineBreak(c) || Character.isISOControl(c) ? ' ' : c)
        .forEach(script::appendCodePoint);
    script.append('\n');
  }

  private static boolean isLineBreak(int c) {
    int type = Character.getType(c);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String terminated(String statement) {
    String text = statement.strip();
    return text.endsWith(";") ? text : text + ";";
  }
}
