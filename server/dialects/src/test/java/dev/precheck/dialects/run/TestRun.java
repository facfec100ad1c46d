package dev.precheck.dialects.run;

import dev.precheck.engine.Cancellation;
import dev.precheck.engine.Catalogue;
import dev.precheck.engine.ConnectionBudget;
import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Deadlines;
import dev.precheck.engine.Dialects;
import dev.precheck.engine.Evidence;
import dev.precheck.engine.Item;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Place;
import dev.precheck.engine.Plan;
import dev.precheck.engine.Precheck;
import dev.precheck.engine.Report;
import dev.precheck.engine.RunListener;
import dev.precheck.engine.network.NetworkPolicy;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Phase;
import dev.precheck.spi.Role;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A precheck of a test: the real catalogue and dialects unless told otherwise. */
final class TestRun implements RunListener {

  private final Map<Place, ConnectionSpec> connections = new HashMap<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final Map<Item, List<Evidence>> evidence = new ConcurrentHashMap<>();
  private final Cancellation cancellation = new Cancellation();
  private Catalogue catalogue = Catalogue.load();
  private Dialects dialects = Dialects.load();
  private Deadlines deadlines = Deadlines.standard();
  private Optional<Duration> left = Optional.empty();
  private ConnectionBudget budget = ConnectionBudget.perRun();
  private Selection selection = Selection.of(List.of());
  private Set<Phase> phases = Set.of(Phase.STRUCTURE, Phase.FULL, Phase.INCREMENTAL);

  static TestRun between(ConnectionSpec source, ConnectionSpec target) {
    TestRun run = new TestRun();
    run.connections.put(Place.SOURCE, source);
    run.connections.put(Place.TARGET, target);
    return run;
  }

  TestRun withStandby(ConnectionSpec standby) {
    connections.put(new Place(Side.SOURCE, Role.STANDBY), standby);
    return this;
  }

  TestRun selecting(Selection selected) {
    selection = selected;
    return this;
  }

  TestRun matching(String... patterns) {
    return selecting(Selection.matching(patterns));
  }

  TestRun running(Phase... phase) {
    phases = Set.of(phase);
    return this;
  }

  TestRun with(Catalogue checks) {
    catalogue = checks;
    return this;
  }

  TestRun with(Dialects databases) {
    dialects = databases;
    return this;
  }

  TestRun within(Deadlines limits) {
    deadlines = limits;
    return this;
  }

  /** So much is left of a run that was begun before. */
  TestRun withLeft(Duration time) {
    left = Optional.of(time);
    return this;
  }

  TestRun sharing(ConnectionBudget connections) {
    budget = connections;
    return this;
  }

  Report report() {
    Precheck precheck = new Precheck(catalogue, dialects, deadlines, NetworkPolicy.open(), budget);
    Plan plan = precheck.plan(migration(), connections.keySet());
    Report report =
        left.map(precheck::within).orElse(precheck).run(plan, connections, this, cancellation);
    report.results().stream().filter(this::isOfServer).forEach(SeenOnServers::note);
    return report;
  }

  /** Of a database that is more than a part of this JVM. */
  private boolean isOfServer(Report.Result result) {
    Place place = new Place(result.item().side(), result.item().role());
    return !spec(place).endpoint().engine().equals(DatabaseEngine.H2);
  }

  void cancel() {
    cancellation.cancel();
  }

  private Migration migration() {
    return new Migration(
        spec(Place.SOURCE).endpoint(), spec(Place.TARGET).endpoint(), selection, phases, false);
  }

  private ConnectionSpec spec(Place place) {
    return Objects.requireNonNull(connections.get(place));
  }

  /** What the listener heard, for example {@code started Source-…} in its order. */
  List<String> events() {
    return events;
  }

  @Override
  public void started(Item item, Instant at) {
    events.add("started " + item.name());
  }

  @Override
  public void finished(Item item, Outcome outcome, List<Evidence> seen, Instant at) {
    evidence.put(item, seen);
    events.add("finished " + item.name());
  }

  /** The evidence of a check's item on a side's primary. */
  List<Evidence> evidence(String id, Side side) {
    return evidence.entrySet().stream()
        .filter(entry -> entry.getKey().type().id().equals(id))
        .filter(entry -> entry.getKey().side() == side && entry.getKey().role() == Role.PRIMARY)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no item " + id + " for the " + side))
        .getValue();
  }

  /** All evidence of the run, each fact once. */
  List<Evidence> evidence() {
    return evidence.values().stream().flatMap(List::stream).distinct().toList();
  }

  /** What a check says of two servers, in a few words, whatever tables they have. */
  static String ofServers(RunningDatabase source, RunningDatabase target, String id, Side side) {
    TestRun run = between(source.superuser(), target.superuser()).matching("none.*");
    return summary(outcome(run.report(), id, side));
  }

  /** What a check says of a source and its account, whatever tables it has. */
  static Outcome ofSource(ConnectionSpec account, String id) {
    TestRun run = between(account, TestDatabase.H2.start().superuser()).matching("none.*");
    return outcome(run.report(), id, Side.SOURCE);
  }

  /** The outcome of a check's item on a side's primary. */
  static Outcome outcome(Report report, String id, Side side) {
    return outcome(report, id, side, Role.PRIMARY);
  }

  static Outcome outcome(Report report, String id, Side side, Role role) {
    return report.results().stream()
        .filter(result -> result.item().type().id().equals(id))
        .filter(result -> result.item().side() == side && result.item().role() == role)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no item " + id + " for the " + role + " " + side))
        .outcome();
  }

  /** The outcome in a few words: its verdict, and the problem and object of each finding. */
  static String summary(Outcome outcome) {
    StringBuilder text = new StringBuilder(outcome.verdict().name());
    outcome.findings().stream()
        .map(finding -> " " + finding.problem().code() + "(" + finding.object() + ")")
        .sorted()
        .forEach(text::append);
    outcome.reason().ifPresent(reason -> text.append(" ").append(reason));
    return text.toString();
  }
}
