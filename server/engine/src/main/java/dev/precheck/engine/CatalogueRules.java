package dev.precheck.engine;

import dev.precheck.spi.CheckType;
import dev.precheck.spi.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The written form of a check type, held for everybody's checks alike (docs/adding-a-check.md). */
final class CatalogueRules {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
  private static final int TITLE_WORDS = 10;

  private final List<String> flaws = new ArrayList<>();

  private CatalogueRules() {}

  static List<String> flaws(List<CheckType> types) {
    CatalogueRules rules = new CatalogueRules();
    Set<String> ids = new HashSet<>();
    for (CheckType type : types) {
      rules.hold(ids.add(type.id()), type, "the id is taken by another check");
      rules.identity(type);
      rules.texts(type);
      rules.problems(type);
    }
    return rules.flaws;
  }

  private void identity(CheckType type) {
    hold(CODE.matcher(type.id()).matches(), type, "the id is not in UPPER_SNAKE_CASE");
    hold(!type.needs().isEmpty(), type, "it looks at no side");
    hold(!type.problems().isEmpty(), type, "it reports no problem, so it cannot fail");
  }

  private void texts(CheckType type) {
    hold(!type.title().isBlank(), type, "the title is missing");
    hold(!type.title().endsWith("."), type, "the title ends with a full stop");
    hold(type.title().split(" ").length <= TITLE_WORDS, type, "the title has over ten words");
    sentence(type, "condition", type.condition());
    sentence(type, "why", type.why());
    type.skipConsequence().ifPresent(text -> sentence(type, "consequence of skipping", text));
    hold(!type.when().text().isBlank(), type, "the text of when it applies is missing");
  }

  private void problems(CheckType type) {
    Set<String> codes = new HashSet<>();
    for (Problem problem : type.problems()) {
      hold(codes.add(problem.code()), type, problem.code() + " is declared twice");
      hold(CODE.matcher(problem.code()).matches(), type, problem.code() + " is no problem code");
      sentence(type, "message of " + problem.code(), problem.message());
      sentence(type, "remedy of " + problem.code(), problem.remedy());
    }
  }

  private void sentence(CheckType type, String what, String text) {
    hold(!text.isBlank(), type, "the " + what + " is missing");
    hold(
        text.endsWith(".") || text.endsWith("}"),
        type,
        "the " + what + " does not end with a full stop");
  }

  private void hold(boolean holds, CheckType type, String flaw) {
    if (!holds) {
      flaws.add(type.id() + ": " + flaw);
    }
  }
}
