package dev.precheck.app.http;

import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.api.model.TransferDatabase;
import dev.precheck.api.model.TransferMapping;
import dev.precheck.api.model.TransferMode;
import dev.precheck.api.model.TransferTable;
import dev.precheck.api.model.TransferView;
import dev.precheck.app.run.PlanEditor;
import dev.precheck.spi.IdentifierCase;
import dev.precheck.spi.QualifiedName;
import dev.precheck.spi.Selection;
import dev.precheck.wire.Quote;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes objects out of plans on the wire: from their lists, or by way of their block lists. */
@Singleton
final class PlanReduction implements PlanEditor {

  private final JsonMapper json;

  PlanReduction(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String without(String plan, List<QualifiedName> objects) {
    try {
      SubmitPreCheckRequest request = json.readValue(plan, SubmitPreCheckRequest.class);
      TransferMapping mapping =
          Objects.requireNonNull(request.getTransferMapping(), "A complete plan has a mapping.");
      if (mapping.getMode() == TransferMode.WILDCARD) {
        block(request, mapping, objects);
      } else {
        unlist(mapping, objects);
      }
      return json.writeValueAsString(request);
    } catch (IOException e) {
      throw new UncheckedIOException("A stored plan cannot be read or written.", e);
    }
  }

  private static void unlist(TransferMapping mapping, List<QualifiedName> objects) {
    Set<QualifiedName> unwanted = new HashSet<>(objects);
    Set<QualifiedName> found = new HashSet<>();
    List<TransferDatabase> left = new ArrayList<>();
    for (TransferDatabase database : list(mapping.getDatabases())) {
      List<TransferTable> tables = new ArrayList<>(list(database.getTables()));
      List<TransferView> views = new ArrayList<>(list(database.getViews()));
      boolean listed = !tables.isEmpty() || !views.isEmpty();
      tables.removeIf(t -> taken(database, t.getName(), unwanted, found));
      views.removeIf(v -> taken(database, v.getName(), unwanted, found));
      database.setTables(tables);
      database.setViews(views);
      if (!listed || !tables.isEmpty() || !views.isEmpty()) {
        left.add(database);
      }
    }
    objects.stream()
        .filter(object -> !found.contains(object))
        .findFirst()
        .ifPresent(
            object -> {
              throw missing(object, inOtherCase(mapping, object));
            });
    mapping.setDatabases(left);
  }

  private static boolean taken(
      TransferDatabase database,
      String name,
      Set<QualifiedName> unwanted,
      Set<QualifiedName> found) {
    QualifiedName object = new QualifiedName(database.getName(), name);
    if (!unwanted.contains(object)) {
      return false;
    }
    found.add(object);
    return true;
  }

  private static void block(
      SubmitPreCheckRequest request, TransferMapping mapping, List<QualifiedName> objects) {
    Selection selection = SelectionMapper.selection(request);
    Map<String, List<TransferTable>> bySchema = new LinkedHashMap<>();
    for (QualifiedName object : objects) {
      if (!mayHave(selection, object)) {
        throw missing(object, Optional.empty());
      }
      bySchema
          .computeIfAbsent(object.schema(), schema -> new ArrayList<>())
          .add(new TransferTable().name(object.name()));
    }
    List<TransferDatabase> blocked = new ArrayList<>(list(mapping.getDatabasesBlack()));
    bySchema.forEach(
        (schema, tables) -> blocked.add(new TransferDatabase().name(schema).tables(tables)));
    mapping.setDatabasesBlack(blocked);
  }

  /** The source alone knows whether its names have cases; what it may have is not refused. */
  private static boolean mayHave(Selection selection, QualifiedName object) {
    return selection.include().stream()
            .anyMatch(rule -> rule.matches(object, IdentifierCase.INSENSITIVE))
        && selection.exclude().stream()
            .noneMatch(rule -> rule.matches(object, IdentifierCase.SENSITIVE));
  }

  /** What the caller may mean; the source alone knows whether both are one. */
  private static Optional<QualifiedName> inOtherCase(
      TransferMapping mapping, QualifiedName object) {
    return list(mapping.getDatabases()).stream()
        .flatMap(
            database ->
                Stream.concat(
                        list(database.getTables()).stream().map(TransferTable::getName),
                        list(database.getViews()).stream().map(TransferView::getName))
                    .map(name -> new QualifiedName(database.getName(), name)))
        .filter(
            listed ->
                IdentifierCase.INSENSITIVE
                    .key(listed)
                    .equals(IdentifierCase.INSENSITIVE.key(object)))
        .findFirst();
  }

  private static ApiException missing(QualifiedName object, Optional<QualifiedName> meant) {
    ApiException failure =
        new ApiException(
                ErrorCode.OBJECT_NOT_IN_PLAN, "The plan does not have " + quoted(object) + ".")
            .with("schema", object.schema())
            .with("name", object.name());
    return meant
        .map(other -> failure.advice("It has " + quoted(other) + ": name it as the plan does."))
        .orElse(failure);
  }

  private static String quoted(QualifiedName object) {
    return Quote.of(object.schema()) + "." + Quote.of(object.name());
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
