package dev.precheck.wire;

import dev.precheck.wire.error.ApiException;
import java.util.Optional;

/** Faults that a server knows to pass, so that its callers can be told more than an id. */
public interface KnownFaults {

  /** What to tell the caller; empty if this fault is none of them. */
  Optional<ApiException> explain(Throwable fault);
}
