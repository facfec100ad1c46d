package dev.precheck.checks.usertype;

import static dev.precheck.checks.usertype.TypeRows.ALL;
import static dev.precheck.checks.usertype.TypeRows.ENUM;
import static dev.precheck.checks.usertype.TypeRows.MOOD;
import static dev.precheck.checks.usertype.TypeRows.MOODS;
import static dev.precheck.checks.usertype.TypeRows.PAIR;
import static dev.precheck.checks.usertype.TypeRows.RENAMED;
import static dev.precheck.checks.usertype.TypeRows.RULES;
import static dev.precheck.checks.usertype.TypeRows.SPAN;
import static dev.precheck.checks.usertype.TypeRows.SPANS;
import static dev.precheck.checks.usertype.TypeRows.SPANS_PART;
import static dev.precheck.checks.usertype.TypeRows.SPAN_PART;
import static dev.precheck.checks.usertype.TypeRows.YEAR;
import static dev.precheck.checks.usertype.TypeRows.and;
import static dev.precheck.checks.usertype.TypeRows.attributes;
import static dev.precheck.checks.usertype.TypeRows.collated;
import static dev.precheck.checks.usertype.TypeRows.elsewhere;
import static dev.precheck.checks.usertype.TypeRows.mood;
import static dev.precheck.checks.usertype.TypeRows.on;
import static dev.precheck.checks.usertype.TypeRows.over;
import static dev.precheck.checks.usertype.TypeRows.part;
import static dev.precheck.checks.usertype.TypeRows.range;
import static dev.precheck.checks.usertype.TypeRows.rule;
import static dev.precheck.testkit.CheckCase.given;
import static dev.precheck.testkit.Plans.plan;

import dev.precheck.spi.Column;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.PgTypePart;
import dev.precheck.spi.PgTypePart.Kind;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Side;
import dev.precheck.testkit.CheckCase;
import dev.precheck.testkit.CheckCases;
import dev.precheck.testkit.Columns;
import dev.precheck.testkit.Plans;
import java.util.List;
import java.util.stream.Stream;

class PgTypeCheckTest extends CheckCases {

  private static final Plans ROWS_ONLY = ALL.running(Phase.FULL);

  PgTypeCheckTest() {
    super(new PgTypeCheck());
  }

  @Override
  protected List<CheckCase> cases() {
    return Stream.of(
            missing(),
            statements(),
            labels(),
            differences(),
            DomainCases.all(),
            existing(),
            others())
        .flatMap(List::stream)
        .toList();
  }

  private static List<CheckCase> missing() {
    return List.of(
        on("an enum is there", ALL, MOOD, ENUM, ENUM).passes(),
        on("an enum is missing", ALL, MOOD, mood("shop", "it's", "b"), List.of())
            .reports(PgTypeCheck.MISSING, "CREATE TYPE \"shop\".\"mood\" AS ENUM ('it''s', 'b')"),
        on("one without labels is missing", ALL, MOOD, mood("shop", ""), List.of())
            .reports(PgTypeCheck.MISSING, "AS ENUM ()"),
        on("what an array is of is missing", ALL, MOODS, ENUM, List.of())
            .reports(PgTypeCheck.MISSING, "shop.t need the enum shop.mood"),
        on("it is in the schema that is renamed", RENAMED, MOOD, ENUM, mood("store", "low", "high"))
            .passes(),
        on("it is not in the schema that is renamed", RENAMED, MOOD, ENUM, ENUM)
            .reports(PgTypeCheck.MISSING, "\"store\".\"mood\""),
        on(
                "it is in a schema that the plan does not select",
                RENAMED,
                elsewhere(),
                mood("types", "low"),
                mood("types", "low"))
            .passes(),
        on(
                "it is missing in such a schema",
                RENAMED,
                elsewhere(),
                mood("types", "low"),
                mood("store", "low"))
            .reports(PgTypeCheck.MISSING, "\"types\".\"mood\""),
        on(
                "a domain and what it is over are missing",
                ALL,
                YEAR,
                and(ENUM, over("mood", "mood")),
                List.of())
            .reports(PgTypeCheck.MISSING, PgTypeCheck.MISSING),
        on(
                "what an attribute is of is missing",
                ALL,
                PAIR,
                and(ENUM, attributes("mood[]", "mood")),
                attributes("mood[]", "mood"))
            .reports(PgTypeCheck.MISSING));
  }

  private static List<CheckCase> statements() {
    return List.of(
        on("a domain is missing", RENAMED, YEAR, and(over("integer", ""), RULES), List.of())
            .reports(
                PgTypeCheck.MISSING,
                "CREATE DOMAIN \"store\".\"year\" AS integer DEFAULT \"store\".this('shop.x') CONSTRAINT"
                    + " \"fi\"\"ne\" CHECK ((\"store\".ok(VALUE))) NOT NULL"),
        on("a domain with a collation is missing", ALL, YEAR, collated("\"C\""), List.of())
            .reports(
                PgTypeCheck.MISSING,
                "CREATE DOMAIN \"shop\".\"year\" AS text COLLATE \"pg_catalog\".\"C\""),
        on(
                "a composite type is missing",
                RENAMED,
                PAIR,
                and(mood("shop", "low"), attributes("mood[]", "mood")),
                mood("store", "low"))
            .reports(
                PgTypeCheck.MISSING, "CREATE TYPE \"store\".\"pair\" AS (\"x\" \"store\".mood[])"),
        on("it is made of another type", ALL, PAIR, and(ENUM, attributes("mood", "mood")), ENUM)
            .reports(PgTypeCheck.MISSING, "after what it is made of (shop.mood)."),
        on("a composite type of a table's rows", ALL, PAIR, attributes("t", "t"), List.of())
            .reports(PgTypeCheck.MISSING, "after what it is made of (shop.t)."),
        on("a range is missing", ALL, SPAN, range("SUBTYPE_DIFF", "lib.minus"), List.of())
            .reports(
                PgTypeCheck.MISSING,
                "CREATE TYPE \"shop\".\"span\" AS RANGE (SUBTYPE = integer, SUBTYPE_DIFF ="
                    + " \"lib\".minus)"),
        on("its multirange comes along", ALL, SPANS, and(range("", ""), SPANS_PART), List.of())
            .reports(PgTypeCheck.MISSING, "shop.span"),
        on("its multirange alone is missing", ALL, SPANS, and(range("", ""), SPANS_PART), SPAN_PART)
            .reports(PgTypeCheck.MISSING, "the multirange type shop.spans"),
        on(
                "a range with a canonical function is missing",
                ALL,
                SPAN,
                range("CANONICAL", "shop.f"),
                List.of())
            .reports(PgTypeCheck.MISSING, "the range type shop.span"));
  }

  private static List<CheckCase> labels() {
    return List.of(
        on("a label is missing", ALL, MOOD, ENUM, mood("shop", "low"))
            .reports(
                PgTypeCheck.LABEL_MISSING,
                "ALTER TYPE \"shop\".\"mood\" ADD VALUE 'high' AFTER 'low'"),
        on("the first label is missing", ALL, MOOD, ENUM, mood("shop", "high"))
            .reports(PgTypeCheck.LABEL_MISSING, "ADD VALUE 'low' BEFORE 'high'"),
        on("all labels are missing", ALL, MOOD, ENUM, mood("shop", ""))
            .reports(PgTypeCheck.LABEL_MISSING, "ADD VALUE 'low'\nALTER TYPE"),
        on("the target has more labels", ALL, MOOD, ENUM, mood("shop", "low", "mid", "high"))
            .passes(),
        on("they stand in another order", ALL, MOOD, ENUM, mood("shop", "high", "low"))
            .reports(PgTypeCheck.OTHER_ORDER),
        on(
                "an enum in a domain lacks a label",
                ALL,
                YEAR,
                and(ENUM, over("mood", "mood")),
                and(mood("shop", "low"), over("mood", "mood")))
            .reports(PgTypeCheck.LABEL_MISSING));
  }

  private static List<CheckCase> differences() {
    return List.of(
        on("the same domain", ALL, YEAR, over("integer", ""), over("integer", "")).passes(),
        on(
                "a domain over less",
                ALL,
                YEAR,
                over("character varying(200)", ""),
                over("character varying(50)", ""))
            .reports(PgTypeCheck.DIFFERS, "over: character varying(200) on the source"),
        on(
                "a constraint more",
                ALL,
                YEAR,
                over("integer", ""),
                and(over("integer", ""), rule("positive", "CHECK ((VALUE > 0))")))
            .reports(PgTypeCheck.DIFFERS, "none on the source, positive on the target"),
        on(
                "a constraint less",
                ALL,
                YEAR,
                and(over("integer", ""), rule("NOT NULL", "NOT NULL")),
                over("integer", ""))
            .reports(PgTypeCheck.DIFFERS, "NOT NULL on the source, none on the target"),
        on(
                "another constraint under the name",
                ALL,
                YEAR,
                and(over("integer", ""), rule("c", "CHECK ((VALUE > 0))")),
                and(over("integer", ""), rule("c", "CHECK ((VALUE > 1))")))
            .reports(PgTypeCheck.DIFFERS, "c on the source, c on the target"),
        on(
                "a constraint as it is printed after it was read again",
                ALL,
                YEAR,
                and(
                    over("text", ""),
                    rule("c", ANY + "((ARRAY['a'::varchar, 'b'::varchar])::text[])))")),
                and(
                    over("text", ""),
                    rule("d", ANY + "(ARRAY[('a'::varchar)::text, ('b'::varchar)::text])))")))
            .passes(),
        on("the same composite", ALL, PAIR, attributes("integer", ""), attributes("integer", ""))
            .passes(),
        on("another attribute", ALL, PAIR, attributes("bigint", ""), attributes("integer", ""))
            .reports(PgTypeCheck.DIFFERS, "x bigint on the source"),
        on("another kind", ALL, MOOD, ENUM, part("mood", Kind.DOMAIN, 0, "", "text", ""))
            .reports(PgTypeCheck.DIFFERS, "enum on the source, domain on the target"));
  }

  private static final String ANY = "CHECK (((VALUE)::text = ANY ";

  private static List<CheckCase> existing() {
    return List.of(
        on("the table is there with another type", ALL, MOOD, ENUM, List.of())
            .target(Column.FACET, Columns.postgresql("shop.t", "c", "text").build())
            .passes(),
        on("the table is there without the column", ALL, MOOD, ENUM, List.of())
            .target(Column.FACET, Columns.postgresql("shop.t", "d", "text").build())
            .passes(),
        on("the table is there with its type elsewhere", ALL, MOOD, ENUM, mood("types", "low"))
            .target(Column.FACET, elsewhere())
            .reports(PgTypeCheck.LABEL_MISSING, "\"types\".\"mood\""),
        on("nothing is created, the table is there", ROWS_ONLY, MOOD, ENUM, mood("shop", "low"))
            .target(Column.FACET, MOOD)
            .reports(PgTypeCheck.LABEL_MISSING),
        on("nothing is created, the table is missing", ROWS_ONLY, MOOD, ENUM, List.of()).passes());
  }

  private static List<CheckCase> others() {
    return List.of(
        on("nobody in the plan uses it", none(), MOOD, ENUM, List.of()).passes(),
        on("a type of the server", ALL, server(), ENUM, List.of()).passes(),
        on("types may not be read", ALL, MOOD, ENUM, List.of())
            .refused(Side.TARGET, PgTypePart.FACET)
            .cannotTell(),
        given("to MySQL", Side.TARGET, ALL.to(DatabaseEngine.MYSQL).build()).doesNotApply(),
        given("only a comparison", Side.TARGET, ALL.running(Phase.VERIFY).build()).doesNotApply());
  }

  private static Plans none() {
    return plan().tables("shop.u").from(DatabaseEngine.POSTGRESQL).to(DatabaseEngine.POSTGRESQL);
  }

  private static Column server() {
    return Columns.postgresql("shop.t", "c", "int4").build();
  }
}
