package dev.precheck.checks.name;

import com.google.auto.service.AutoService;
import dev.precheck.checks.HiddenColumns;
import dev.precheck.checks.SourceColumnsCheck;
import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.spi.When;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * RDB_IDENTIFIER_CHARSET: the target takes every character of a name, and so do tools. Source:
 * MySQL 8.0 manual, 11.2 (no U+0000, nothing above U+FFFF, no space at the end); PostgreSQL manual,
 * 23.3 (names are in the database's encoding).
 */
@AutoService(Check.class)
public final class IdentifierCharsetCheck extends SourceColumnsCheck {

  private static final int LAST_OF_BMP = 0xFFFF;

  /** What ends a quoted name or a name's part somewhere, or is an escape there. */
  private static final String AWKWARD = "\"'`\\.;/";

  /** PostgreSQL's encodings that hold less than Unicode, as Java calls them. */
  private static final Map<String, String> ENCODINGS =
      Map.of(
          "LATIN1", "ISO-8859-1",
          "LATIN2", "ISO-8859-2",
          "LATIN5", "ISO-8859-9",
          "LATIN9", "ISO-8859-15",
          "WIN1250", "windows-1250",
          "WIN1251", "windows-1251",
          "WIN1252", "windows-1252",
          "KOI8R", "KOI8-R",
          "EUC_JP", "EUC-JP",
          "EUC_KR", "EUC-KR");

  static final Problem REFUSED =
      Problem.error(
          "CHARACTER_REFUSED",
          "The target does not take {characters} in the name of the {noun} {object}: it refuses the"
              + " name, or puts a question mark in its place.",
          "Map it to a name without it (mappedName), or rename it on the source; or remove the table"
              + " from the plan.");
  static final Problem INVISIBLE =
      Problem.warning(
          "CHARACTER_INVISIBLE",
          "The name of the {noun} {object} has {characters} in it, which nobody sees.",
          "Rename it on the source: whoever types the name that they see finds nothing.");
  static final Problem RISKY =
      Problem.warning(
          "CHARACTER_AWKWARD",
          "The name of the {noun} {object} has {characters} in it, which tools and scripts often do"
              + " not quote.",
          "Try the migration with this table first, or map it to a plain name (mappedName).");

  static final CheckType TYPE =
      CheckType.of("RDB_IDENTIFIER_CHARSET")
          .title("Name character")
          .condition(
              "The target takes every character in the names of schemas, tables, views and columns,"
                  + " and none is a control or quotation character, a dot, a slash or a semicolon.")
          .why(
              "A name that the target does not take is not created; one that is quoted wrongly makes"
                  + " a statement that fails, or that means something else.")
          .when(When.anyOf(Phase.STRUCTURE))
          .on(Side.TARGET, seeing(Needs.reading(Server.FACET)))
          .reports(REFUSED, INVISIBLE, RISKY, HiddenColumns.PROBLEM)
          .skippable("The object may not be created, or its statements fail.")
          .removable()
          .primaryOnly()
          .build();

  @Override
  public CheckType type() {
    return TYPE;
  }

  @Override
  protected List<Finding> look(CheckContext context) {
    String family = context.endpoint().engine().family();
    IntPredicate refused =
        switch (family) {
          case "mysql" -> point -> point == 0 || point > LAST_OF_BMP;
          case "postgresql" -> notIn(context.here().row(Server.FACET).charset());
          default -> point -> false;
        };
    return TargetName.all(context).stream()
        .flatMap(name -> judge(name, refused, family.equals("mysql")).stream())
        .toList();
  }

  private static Optional<Finding> judge(TargetName name, IntPredicate refused, boolean mysql) {
    if (mysql && name.text().endsWith(" ")) {
      return Optional.of(name.finding(REFUSED).with("characters", "a space at the end"));
    }
    return Stream.of(
            at(name, REFUSED, refused),
            at(name, INVISIBLE, IdentifierCharsetCheck::isInvisible),
            at(name, RISKY, point -> AWKWARD.indexOf(point) >= 0))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Finding> at(TargetName name, Problem problem, IntPredicate kind) {
    IntStream points = name.text().codePoints().filter(kind).distinct();
    String told = points.mapToObj(IdentifierCharsetCheck::told).collect(Collectors.joining(", "));
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(name.finding(problem).with("characters", told));
  }

  private static IntPredicate notIn(String encoding) {
    String javaName = ENCODINGS.get(encoding);
    if (javaName == null) {
      return point -> point == 0;
    }
    Charset charset = Charset.forName(javaName);
    return point -> point == 0 || !charset.newEncoder().canEncode(Character.toString(point));
  }

  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** The character, unless one would not see it, and its number. */
  private static String told(int point) {
    String number = String.format(Locale.ROOT, "U+%04X", point);
    return isInvisible(point) ? number : Character.toString(point) + " (" + number + ")";
  }
}
