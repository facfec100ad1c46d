package dev.precheck.checks;

import dev.precheck.spi.Check;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Column;
import dev.precheck.spi.Finding;
import dev.precheck.spi.Needs;
import dev.precheck.spi.Read;
import dev.precheck.spi.Server;
import dev.precheck.spi.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A check of the columns of the source's selected tables. It judges those that are seen; that a
 * table's columns are hidden is told here, so that no check passes over them.
 */
public abstract class SourceColumnsCheck implements Check {

  /** Adds the source's columns, and what is read to know which tables hide theirs. */
  protected static Needs seeing(Needs needs) {
    return needs
        .and(Read.source(Server.FACET))
        .and(Read.source(Table.FACET))
        .and(Read.source(Column.FACET))
        .selectedObjects();
  }

  /** What is to be said of the columns that are seen. */
  protected abstract List<Finding> look(CheckContext context);

  @Override
  public final List<Finding> run(CheckContext context) {
    List<Finding> findings = new ArrayList<>(HiddenColumns.of(context));
    findings.addAll(look(context));
    return findings;
  }
}
