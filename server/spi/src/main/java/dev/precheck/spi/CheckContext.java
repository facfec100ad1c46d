package dev.precheck.spi;

import java.util.List;
import java.util.Set;

/** What one item of a check may look at. Everything in it is immutable and already read. */
public interface CheckContext {

  Migration migration();

  /** The side this item is about. */
  Side side();

  /** The facts of the endpoint this item is about: the side's, and of the pair the role's. */
  Snapshot here();

  /** The facts of the source's primary. */
  Snapshot source();

  /** The facts of the target's primary. */
  Snapshot target();

  /** The facts of a side: {@link #here} where the item is about it, else those of its primary. */
  default Snapshot facts(Side of) {
    if (of == side()) {
      return here();
    }
    return of == Side.SOURCE ? source() : target();
  }

  /**
   * The objects that the plan selects.
   *
   * @throws IllegalStateException if the item did not declare that it needs the selection
   */
  List<SelectedObject> selected();

  /**
   * The schemas of this item's side that the plan selects, whether they exist or not.
   *
   * @throws IllegalStateException if the item did not declare that it needs them
   */
  Set<String> selectedSchemas();

  /** The server that this item is about, for quoting and for words. */
  Endpoint endpoint();
}
