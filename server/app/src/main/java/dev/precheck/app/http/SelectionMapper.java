package dev.precheck.app.http;

import dev.precheck.api.model.CommonTransferConfig;
import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.api.model.TransferDatabase;
import dev.precheck.api.model.TransferMapping;
import dev.precheck.api.model.TransferMode;
import dev.precheck.api.model.TransferTable;
import dev.precheck.api.model.TransferView;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Selection;
import dev.precheck.wire.Quote;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the objects of a plan on the wire to the engine's selection. */
final class SelectionMapper {

  private static final String MAPPING = "/transferMapping";

  private SelectionMapper() {}

  /**
   * The selection of a plan.
   *
   * @throws ApiException if it selects nothing, or contradicts itself
   */
  static Selection selection(SubmitPreCheckRequest request) {
    TransferMapping mapping =
        Objects.requireNonNull(request.getTransferMapping(), "A complete plan has a mapping.");
    boolean wildcard = mapping.getMode() == TransferMode.WILDCARD;
    List<TransferDatabase> databases = list(mapping.getDatabases());
    Selection selection =
        new Selection(
            wildcard ? List.of() : databases.stream().flatMap(d -> listed(d).stream()).toList(),
            wildcard
                ? patterns(list(mapping.getTableAndViewWhiteList()), "tableAndViewWhiteList")
                : List.of(),
            excluded(mapping),
            schemaNames(databases),
            rowIds(request));
    refuseEmpty(selection, wildcard, databases.size());
    return selection;
  }

  private static List<SelectedObject> listed(TransferDatabase database) {
    String schema = database.getName();
    String target = orElse(database.getMappedName(), schema);
    List<SelectedObject> objects = new ArrayList<>();
    for (TransferTable table : list(database.getTables())) {
      QualifiedName there =
          new QualifiedName(target, orElse(table.getMappedName(), table.getName()));
      objects.add(
          new SelectedObject(ObjectKind.TABLE, new QualifiedName(schema, table.getName()), there));
    }
    for (TransferView view : list(database.getViews())) {
      QualifiedName there = new QualifiedName(target, orElse(view.getMappedName(), view.getName()));
      objects.add(
          new SelectedObject(ObjectKind.VIEW, new QualifiedName(schema, view.getName()), there));
    }
    return objects;
  }

  private static List<NamePattern> excluded(TransferMapping mapping) {
    List<NamePattern> excluded =
        new ArrayList<>(
            patterns(list(mapping.getTableAndViewBlackList()), "tableAndViewBlackList"));
    for (TransferDatabase database : list(mapping.getDatabasesBlack())) {
      String schema = escaped(database.getName()) + ".";
      List<TransferTable> tables = list(database.getTables());
      List<TransferView> views = list(database.getViews());
      if (tables.isEmpty() && views.isEmpty()) {
        excluded.add(NamePattern.parse(schema + "*"));
      }
      tables.forEach(t -> excluded.add(NamePattern.parse(schema + escaped(t.getName()))));
      views.forEach(v -> excluded.add(NamePattern.parse(schema + escaped(v.getName()))));
    }
    return excluded;
  }

  /** A name as a rule that takes nothing else. */
  private static String escaped(String name) {
    return name.replaceAll("[*?.\\\\]", "\\\\$0");
  }

  private static List<NamePattern> patterns(List<String> rules, String member) {
    List<NamePattern> patterns = new ArrayList<>();
    for (int index = 0; index < rules.size(); index++) {
      try {
        patterns.add(NamePattern.parse(rules.get(index)));
      } catch (IllegalArgumentException e) {
        throw violation(MAPPING + "/" + member + "/" + index, String.valueOf(e.getMessage()));
      }
    }
    return patterns;
  }

  private static Map<String, String> schemaNames(List<TransferDatabase> databases) {
    Map<String, String> names = new HashMap<>();
    for (int index = 0; index < databases.size(); index++) {
      TransferDatabase database = databases.get(index);
      String target = orElse(database.getMappedName(), database.getName());
      String other = names.put(database.getName(), target);
      if (other != null && !other.equals(target)) {
        throw violation(
            MAPPING + "/databases/" + index + "/mappedName",
            Quote.of(database.getName())
                + " is called "
                + Quote.of(other)
                + " on the target further up; it can have one name only.");
      }
    }
    return names;
  }

  private static RowIdFilter rowIds(SubmitPreCheckRequest request) {
    return Optional.ofNullable(request.getCommonTransferConfig())
        .map(CommonTransferConfig::getTableCategory)
        .map(category -> RowIdFilter.valueOf(category.name()))
        .orElse(RowIdFilter.ALL);
  }

  private static void refuseEmpty(Selection selection, boolean wildcard, int databases) {
    String mode = wildcard ? "WILDCARD" : "SPECIFIC";
    if (selection.listed().isEmpty() && selection.include().isEmpty()) {
      String why =
          wildcard
              ? "tableAndViewWhiteList has no rule."
              : databases == 0
                  ? "databases lists none."
                  : "none of the " + databases + " databases lists a table or a view.";
      throw empty("The plan selects nothing: in mode " + mode + ", " + why, mode, databases);
    }
    if (!wildcard && selection.listed().stream().allMatch(object -> taken(object, selection))) {
      throw empty(
          "The plan selects nothing: the block lists take out all "
              + selection.listed().size()
              + " tables and views that it lists.",
          mode,
          databases);
    }
  }

  private static boolean taken(SelectedObject object, Selection selection) {
    return selection.exclude().stream()
        .anyMatch(rule -> rule.matches(object.source(), IdentifierCase.SENSITIVE));
  }

  private static ApiException empty(String message, String mode, int databases) {
    return new ApiException(ErrorCode.EMPTY_SELECTION, message)
        .with("mode", mode)
        .with("databases", Integer.toString(databases));
  }

  private static ApiException violation(String pointer, String message) {
    return ApiException.violations(ErrorCode.PARAM_ERROR, List.of(new Violation(pointer, message)));
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static String orElse(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
