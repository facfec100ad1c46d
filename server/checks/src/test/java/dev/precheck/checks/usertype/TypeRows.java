package dev.precheck.checks.usertype;

import static dev.precheck.checks.Rows.SERVER;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;
import static dev.precheck.testkit.Plans.renaming;

import dev.precheck.spi.Column;
import dev.precheck.spi.Column.TypeKind;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.PgTypePart;
import dev.precheck.spi.PgTypePart.Kind;
import dev.precheck.spi.Server;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Types that users made, in the schema {@code shop} unless told otherwise, and cases of a table
 * {@code shop.t} whose column {@code c} has one.
 */
final class TypeRows {

  static final List<PgTypePart> RULES =
      and(
          rule("DEFAULT", "DEFAULT shop.this('shop.x')"),
          and(rule("fi\"ne", "CHECK ((shop.ok(VALUE))) NOT VALID"), rule("NOT NULL", "NOT NULL")));
  static final List<PgTypePart> SPAN_PART = part("span", Kind.RANGE, 0, "", "integer", "");
  static final List<PgTypePart> SPANS_PART = part("spans", Kind.MULTIRANGE, 0, "", "span", "span");

  static final Plans ALL =
      plan().matching("shop.*").from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);
  static final Plans RENAMED = ALL.select(renaming("shop", "store"));

  static final Column MOOD = column("mood", TypeKind.ENUM, "");
  static final Column MOODS = column("_mood", TypeKind.ARRAY, "mood");
  static final Column YEAR = column("year", TypeKind.DOMAIN, "int4");
  static final Column PAIR = column("pair", TypeKind.COMPOSITE, "");

  static final Column SPAN = column("span", TypeKind.RANGE, "");
  static final Column SPANS = column("spans", TypeKind.RANGE, "");

  static final List<PgTypePart> ENUM = mood("shop", "low", "high");

  private TypeRows() {}

  static List<PgTypePart> mood(String schema, String... labels) {
    return IntStream.range(0, labels.length)
        .mapToObj(
            at ->
                new PgTypePart(
                    schema,
                    "mood",
                    Kind.ENUM,
                    labels[at].isEmpty() ? 0 : at + 1,
                    labels[at],
                    "",
                    "",
                    "",
                    "",
                    ""))
        .toList();
  }

  /** The domain {@code year}, over a type of the server or one of the schema. */
  static List<PgTypePart> over(String type, String ofType) {
    return part("year", Kind.DOMAIN, 0, "", type, ofType);
  }

  /** The domain {@code year} over a text with a collation of the server. */
  static List<PgTypePart> collated(String collation) {
    return List.of(
        new PgTypePart(
            "shop", "year", Kind.DOMAIN, 0, "", "text", "", "", "pg_catalog." + collation, ""));
  }

  /** The domain {@code year} with a default that calls a function of a schema. */
  static List<PgTypePart> defaulting(String schema) {
    return and(over("integer", ""), rule("DEFAULT", "DEFAULT " + schema + ".this()"));
  }

  /** The same type in the schema {@code store}. */
  static List<PgTypePart> renamed(List<PgTypePart> type) {
    return type.stream()
        .map(
            part ->
                new PgTypePart(
                    "store",
                    part.name(),
                    part.kind(),
                    part.position(),
                    part.label(),
                    part.type(),
                    part.typeSchema(),
                    part.typeName(),
                    part.collation(),
                    part.rule()))
        .toList();
  }

  /** The range {@code span} over integers, with an option or none. */
  static List<PgTypePart> range(String option, String value) {
    return option.isEmpty()
        ? SPAN_PART
        : and(
            SPAN_PART,
            List.of(new PgTypePart("shop", "span", Kind.RANGE, 0, option, "", "", "", "", value)));
  }

  /** The type {@code pair} with an attribute {@code x}. */
  static List<PgTypePart> attributes(String type, String ofType) {
    return part("pair", Kind.COMPOSITE, 1, "x", type, ofType);
  }

  static List<PgTypePart> part(
      String name, Kind kind, int position, String label, String type, String ofType) {
    String schema = ofType.isEmpty() ? "" : "shop";
    return List.of(
        new PgTypePart("shop", name, kind, position, label, type, schema, ofType, "", ""));
  }

  static List<PgTypePart> rule(String name, String rule) {
    return List.of(new PgTypePart("shop", "year", Kind.DOMAIN, 0, name, "", "", "", "", rule));
  }

  static List<PgTypePart> and(List<PgTypePart> some, List<PgTypePart> more) {
    List<PgTypePart> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  static Column elsewhere() {
    return Columns.postgresql("shop.t", "c", "mood").in("types", TypeKind.ENUM, "").build();
  }

  static Column column(String type, TypeKind kind, String base) {
    return Columns.postgresql("shop.t", "c", type).in("shop", kind, base).build();
  }

  static CheckCase on(
      String name, Plans plan, Column column, List<PgTypePart> source, List<PgTypePart> target) {
    return given(name, Side.TARGET, plan.build())
        .source(Server.FACET, SERVER)
        .source(Column.FACET, column)
        .source(PgTypePart.FACET, source.toArray(PgTypePart[]::new))
        .target(Server.FACET, SERVER)
        .target(Column.FACET)
        .target(PgTypePart.FACET, target.toArray(PgTypePart[]::new));
  }
}
