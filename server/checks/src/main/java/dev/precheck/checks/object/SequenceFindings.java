package dev.precheck.checks.object;

import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.SelectedObject;
import dev.precheck.spi.Sequence;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Optional;

/** What is said of a sequence, whichever side it is on. */
final class SequenceFindings {

  private SequenceFindings() {}

  static ObjectRef ref(Side side, Sequence sequence) {
    return new ObjectRef(side, ObjectKind.SEQUENCE, List.of(sequence.schema(), sequence.name()));
  }

  /** That its value is hidden from the account, and what to grant. */
  static Finding hidden(
      CheckContext context, Side side, Sequence sequence, Optional<SelectedObject> table) {
    Endpoint endpoint = context.migration().endpoint(side);
    Finding finding =
        SequenceCheck.VALUE_HIDDEN
            .at(ref(side, sequence))
            .with("sequence", sequence.qualified())
            .with("user", endpoint.user())
            .fix(
                "GRANT SELECT ON SEQUENCE %s TO %s"
                    .formatted(
                        endpoint.engine().quoted(sequence.qualified()),
                        endpoint.engine().quoted(endpoint.user())));
    return table.map(finding::about).orElse(finding);
  }
}
