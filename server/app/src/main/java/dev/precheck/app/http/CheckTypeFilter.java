package dev.precheck.app.http;

import dev.precheck.api.model.CheckPhase;
import dev.precheck.api.model.EngineFilter;
import dev.precheck.api.model.ListCheckTypesRequest;
import dev.precheck.spi.CheckType;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which check types a caller wants to see. When a check applies is a predicate, so it is tried on
 * plans of every kind that fits the conditions.
 */
final class CheckTypeFilter {

  private final List<Migration> plans = new ArrayList<>();
  private final String searchKey;

  CheckTypeFilter(ListCheckTypesRequest request, List<DatabaseEngine> engines) {
    searchKey = Optional.ofNullable(request.getSearchKey()).orElse("").toLowerCase(Locale.ROOT);
    for (DatabaseEngine source : fitting(engines, request.getSourceType())) {
      for (DatabaseEngine target : fitting(engines, request.getSinkType())) {
        for (Set<Phase> phases : phases(request.getPhase())) {
          plans.add(plan(source, target, phases, false));
          plans.add(plan(source, target, phases, true));
        }
      }
    }
  }

  boolean takes(CheckType type) {
    return (type.id().toLowerCase(Locale.ROOT).contains(searchKey)
            || type.title().toLowerCase(Locale.ROOT).contains(searchKey))
        && plans.stream()
            .anyMatch(
                plan -> Arrays.stream(Side.values()).anyMatch(side -> type.appliesTo(plan, side)));
  }

  private static List<DatabaseEngine> fitting(
      List<DatabaseEngine> engines, @Nullable EngineFilter wanted) {
    return engines.stream()
        .filter(engine -> wanted == null || engine.id().equals(wanted.getValue()))
        .toList();
  }

  /** The phase that is asked for, alone: with others, nearly every check would apply. */
  private static List<Set<Phase>> phases(@Nullable CheckPhase wanted) {
    if (wanted != null) {
      return List.of(Set.of(phase(wanted)));
    }
    Set<Phase> all = EnumSet.allOf(Phase.class);
    List<Set<Phase>> each = new ArrayList<>(List.of(all));
    all.forEach(phase -> each.add(Set.of(phase)));
    return each;
  }

  private static Phase phase(CheckPhase phase) {
    return switch (phase) {
      case STRUCT_TRANSFER -> Phase.STRUCTURE;
      case FULL_TRANSFER -> Phase.FULL;
      case FULL_VERIFY -> Phase.VERIFY;
      case INCR_TRANSFER -> Phase.INCREMENTAL;
      case REVERSE_INCR_TRANSFER -> Phase.REVERSE;
    };
  }

  private static Migration plan(
      DatabaseEngine source, DatabaseEngine target, Set<Phase> phases, boolean mayHaveRows) {
    return new Migration(
        endpoint(source), endpoint(target), Selection.matching("*.*"), phases, mayHaveRows);
  }

  private static Endpoint endpoint(DatabaseEngine engine) {
    return new Endpoint(engine, "localhost", engine.defaultPort(), Optional.empty(), "user");
  }
}
