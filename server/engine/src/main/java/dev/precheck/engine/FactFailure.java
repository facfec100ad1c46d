package dev.precheck.engine;

import java.sql.SQLException;

/** Says why a fact could not be read. */
final class FactFailure {

  private static final System.Logger LOG = System.getLogger(FactFailure.class.getName());

  private FactFailure() {}

  static Outcome of(
      Fact fact, SQLException failure, Dialect dialect, ConnectionSpec spec, Deadlines deadlines) {
    String what = subject(fact);
    if (dialect.isTimeout(failure)) {
      return Outcome.undetermined(
          Reason.TIMED_OUT,
          what
              + " did not finish within "
              + deadlines.statement().toMillis() / 1000.0
              + " s. Try again when the server is less busy, or raise the statement deadline.");
    }
    String said = Said.of(failure, spec);
    if (dialect.isAccessDenied(failure)) {
      return Outcome.undetermined(
          Reason.NO_ACCESS, what + " was refused to " + spec.endpoint().user() + ": " + said);
    }
    return Outcome.undetermined(Reason.ERROR, what + " failed: " + said);
  }

  /**
   * A check that wants what this database's dialect cannot tell should say that it does not apply.
   */
  static Outcome unsupported(Fact fact, Dialect dialect) {
    return Outcome.undetermined(
        Reason.ERROR,
        "Precheck has no statement to read \""
            + fact.facet()
            + "\" from "
            + dialect.engine().label()
            + ".");
  }

  /** A defect of ours or of a plug-in: the log has the trace, the reader has the place to look. */
  static Outcome defect(Fact fact, RuntimeException defect) {
    LOG.log(System.Logger.Level.ERROR, subject(fact) + " broke", defect);
    return Outcome.undetermined(
        Reason.ERROR,
        subject(fact) + " broke (" + defect.getClass().getSimpleName() + "); the log says where.");
  }

  private static String subject(Fact fact) {
    return "Reading \"" + fact.facet() + "\" from the " + fact.place().label();
  }
}
