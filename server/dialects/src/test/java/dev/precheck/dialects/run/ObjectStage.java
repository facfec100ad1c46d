package dev.precheck.dialects.run;

import static dev.precheck.dialects.run.TestRun.outcome;
import static dev.precheck.dialects.run.TestRun.summary;

import dev.precheck.engine.ConnectionSpec;
import dev.precheck.engine.Outcome;
import dev.precheck.engine.Report;
import dev.precheck.spi.NamePattern;
import dev.precheck.spi.Phase;
import dev.precheck.spi.RowIdFilter;
import dev.precheck.spi.Selection;
import dev.precheck.spi.Side;
import dev.precheck.testkit.db.RunningDatabase;
import dev.precheck.testkit.db.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A schema on a source and one on a target, on one server or on two, and prechecks of a migration
 * from the one to the other. In statements {@code {s}} stands for the schema's quoted name.
 */
final class ObjectStage {

  private final RunningDatabase from;
  private final RunningDatabase to;
  final String source;
  final String target;

  private ObjectStage(RunningDatabase from, RunningDatabase to) {
    this.from = from;
    this.to = to;
    source = from.freshSchema("objects");
    target = to.freshSchema("objects");
  }

  static ObjectStage within(TestDatabase database) {
    RunningDatabase server = database.start();
    return new ObjectStage(server, server);
  }

  static ObjectStage between(TestDatabase source, TestDatabase target) {
    return between(source.start(), target.start());
  }

  static ObjectStage between(RunningDatabase source, RunningDatabase target) {
    return new ObjectStage(source, target);
  }

  ObjectStage onSource(String... statements) {
    return run(from, source, statements);
  }

  void onSource(Application application) {
    application.create(from, source);
  }

  ObjectStage onTarget(String... statements) {
    return run(to, target, statements);
  }

  private ObjectStage run(RunningDatabase server, String schema, String... statements) {
    String quoted = server.engine().quoted(schema);
    server.executeIn(
        schema, Arrays.stream(statements).map(text -> text.replace("{s}", quoted)).toList());
    return this;
  }

  /** Everything of the source's schema, less what these rules take. */
  Selection allBut(String... excluded) {
    return new Selection(
        List.of(),
        List.of(NamePattern.parse(source + ".*")),
        Arrays.stream(excluded).map(rule -> NamePattern.parse(source + "." + rule)).toList(),
        Map.of(source, target),
        RowIdFilter.ALL);
  }

  /** An account of the source with some rights: {@code {s}} is the schema, {@code {user}} it. */
  ConnectionSpec limited(String... grants) {
    return limited(from, source, grants);
  }

  /** The same on the target. */
  ConnectionSpec limitedTarget(String... grants) {
    return limited(to, target, grants);
  }

  private static ConnectionSpec limited(RunningDatabase server, String schema, String... grants) {
    String quoted = server.engine().quoted(schema);
    return server.createUser(
        server.fresh("limited"),
        "secret",
        Arrays.stream(grants).map(grant -> grant.replace("{s}", quoted)).toArray(String[]::new));
  }

  Report check(Selection selection, Phase... phases) {
    return check(from.superuser(), selection, phases);
  }

  Report check(ConnectionSpec account, Selection selection, Phase... phases) {
    return check(account, to.superuser(), selection, phases);
  }

  /** With an account of the target that is limited as {@link #limitedTarget}. */
  Report checkInto(ConnectionSpec account, Selection selection, Phase... phases) {
    return check(from.superuser(), account, selection, phases);
  }

  private static Report check(
      ConnectionSpec reader, ConnectionSpec writer, Selection selection, Phase... phases) {
    TestRun run = TestRun.between(reader, writer).selecting(selection);
    return (phases.length == 0 ? run : run.running(phases)).report();
  }

  /** The statements that a report gives must run as they stand. */
  ObjectStage fix(Report report, String id, Side side) {
    Outcome outcome = outcome(report, id, side);
    RunningDatabase server = side == Side.SOURCE ? from : to;
    outcome.findings().forEach(finding -> server.execute(finding.fixStatements()));
    return this;
  }

  /** The outcome in a few words, without the names of the schemas. */
  String told(Report report, String id, Side side) {
    return summary(outcome(report, id, side))
        .replace(source + ".", "")
        .replace(target + ".", "")
        .replace(source, "source")
        .replace(target, "target");
  }

  String onSource(Report report, String id) {
    return told(report, id, Side.SOURCE);
  }

  String onTarget(Report report, String id) {
    return told(report, id, Side.TARGET);
  }
}
