package dev.precheck.engine;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Facet;
import dev.precheck.spi.Migration;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Side;
import dev.precheck.spi.Snapshot;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What one item may look at: exactly what its check declared. */
final class ItemContext implements CheckContext {

  private final Item item;
  private final RunState run;

  ItemContext(Item item, RunState run) {
    this.item = item;
    this.run = run;
  }

  @Override
  public Migration migration() {
    return run.plan().migration();
  }

  @Override
  public Side side() {
    return item.side();
  }

  @Override
  public Endpoint endpoint() {
    return Objects.requireNonNull(run.endpoints().get(item.place()));
  }

  @Override
  public Snapshot here() {
    return guarded(item.place());
  }

  @Override
  public Snapshot source() {
    return guarded(Place.SOURCE);
  }

  @Override
  public Snapshot target() {
    return guarded(Place.TARGET);
  }

  @Override
  public List<SelectedObject> selected() {
    require(item.needs().selection(), "the selected objects");
    return run.scope().objects();
  }

  @Override
  public Set<String> selectedSchemas() {
    require(item.needs().schemas(), "the selected schemas");
    return run.scope().schemas(item.place());
  }

  private Snapshot guarded(Place place) {
    return new Snapshot() {
      @Override
      public <R extends Record> List<R> rows(Facet<R> facet) {
        require(declares(place, facet), facet + " of the " + place.label());
        return run.facts().rows(place, facet);
      }
    };
  }

  private boolean declares(Place place, Facet<?> facet) {
    boolean here = place.equals(item.place()) && item.needs().here().contains(facet);
    return here
        || item.needs().elsewhere().stream()
            .anyMatch(
                read -> Place.primary(read.side()).equals(place) && read.facet().equals(facet));
  }

  private void require(boolean declared, String what) {
    if (!declared) {
      throw new IllegalStateException(
          item.type().id() + " reads " + what + " without having declared it");
    }
  }
}
