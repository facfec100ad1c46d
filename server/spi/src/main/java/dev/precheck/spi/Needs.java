package dev.precheck.spi;

import java.util.HashSet;
import java.util.Set;

/**
 * What an item must have read before it can run. Whatever of it cannot be had makes the item
 * undetermined, so nothing is declared that is not used.
 *
 * @param here facets of the endpoint the item is about
 * @param elsewhere facets of a named side
 * @param selection whether it asks which objects the plan selects
 * @param schemas whether it asks which schemas the plan selects
 * @param when to which plans the check applies on this side, of those it applies to at all
 */
public record Needs(
    Set<Facet<?>> here, Set<Read> elsewhere, boolean selection, boolean schemas, When when) {

  public Needs {
    here = Set.copyOf(here);
    elsewhere = Set.copyOf(elsewhere);
  }

  /** These facets of the endpoint that the item is about. */
  public static Needs reading(Facet<?>... facets) {
    return new Needs(Set.of(facets), Set.of(), false, false, When.always());
  }

  /** And this facet of a named side. */
  public Needs and(Read read) {
    Set<Read> more = new HashSet<>(elsewhere);
    more.add(read);
    return new Needs(here, more, selection, schemas, when);
  }

  /** And the objects that the plan selects. */
  public Needs selectedObjects() {
    return new Needs(here, elsewhere, true, schemas, when);
  }

  /** And the schemas that the plan selects on this side. */
  public Needs selectedSchemas() {
    return new Needs(here, elsewhere, selection, true, when);
  }

  /** But only for these plans. */
  public Needs only(When applies) {
    return new Needs(here, elsewhere, selection, schemas, applies);
  }
}
