package dev.precheck.checks.usertype;

import static dev.precheck.checks.usertype.TypeRows.ALL;
import static dev.precheck.checks.usertype.TypeRows.RENAMED;
import static dev.precheck.checks.usertype.TypeRows.SPAN;
import static dev.precheck.checks.usertype.TypeRows.SPAN_PART;
import static dev.precheck.checks.usertype.TypeRows.YEAR;
import static dev.precheck.checks.usertype.TypeRows.and;
import static dev.precheck.checks.usertype.TypeRows.collated;
import static dev.precheck.checks.usertype.TypeRows.defaulting;
import static dev.precheck.checks.usertype.TypeRows.on;
import static dev.precheck.checks.usertype.TypeRows.over;
import static dev.precheck.checks.usertype.TypeRows.range;
import static dev.precheck.checks.usertype.TypeRows.renamed;
import static dev.precheck.checks.usertype.TypeRows.rule;

import dev.precheck.testkit.CheckCase;
import java.util.List;

/** What is told of domains and ranges that are on the target, beside what they are over. */
final class DomainCases {

  private DomainCases() {}

  static List<CheckCase> all() {
    return List.of(
        on("the same collation", ALL, YEAR, collated("\"C\""), collated("\"C\"")).passes(),
        on("another collation", ALL, YEAR, collated("\"C\""), collated("\"POSIX\""))
            .reports(
                PgTypeCheck.OTHER_COLLATION,
                "with the collation \"pg_catalog\".\"C\"; on the target shop.year has the collation"),
        on("no collation", ALL, YEAR, collated("\"C\""), over("text", ""))
            .reports(PgTypeCheck.OTHER_COLLATION, "has no collation of its own"),
        on("the same default", RENAMED, YEAR, defaulting("shop"), renamed(defaulting("store")))
            .passes(),
        on(
                "the default is missing",
                RENAMED,
                YEAR,
                defaulting("shop"),
                renamed(over("integer", "")))
            .reports(
                PgTypeCheck.OTHER_DEFAULT,
                "ALTER DOMAIN \"store\".\"year\" SET DEFAULT \"store\".this()"),
        on("the default is another", ALL, YEAR, defaulting("shop"), defaulting("lib"))
            .reports(PgTypeCheck.OTHER_DEFAULT, "whose default is another on the target"),
        on("a default more", ALL, YEAR, over("integer", ""), defaulting("shop"))
            .reports(PgTypeCheck.OTHER_DEFAULT, "ALTER DOMAIN \"shop\".\"year\" DROP DEFAULT"),
        on(
                "the same constraint in a schema of another name",
                RENAMED,
                YEAR,
                and(over("integer", ""), rule("c", "CHECK (shop.ok(VALUE))")),
                renamed(and(over("integer", ""), rule("c", "CHECK (store.ok(VALUE))"))))
            .passes(),
        on("a range of another kind", ALL, SPAN, range("CANONICAL", "shop.f"), range("", ""))
            .reports(PgTypeCheck.DIFFERS, "its CANONICAL: \"shop\".f on the source, none"),
        on("a range whose distances differ", ALL, SPAN, range("SUBTYPE_DIFF", "a.f"), SPAN_PART)
            .passes());
  }
}
