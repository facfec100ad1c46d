package dev.precheck.app.store;

import dev.precheck.spi.QualifiedName;
import java.util.List;

/** What to take out of the plan so that an item would pass, by its names on the source. */
public record BlackObjects(List<QualifiedName> tables, List<QualifiedName> views) {

  public BlackObjects {
    tables = List.copyOf(tables);
    views = List.copyOf(views);
  }
}
