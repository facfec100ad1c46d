/**
 * What the service and the stub do alike with a request before and after an action: both wire
 * forms, the envelope of failures, and the judgement of bodies by the contract.
 */
@org.jspecify.annotations.NullMarked
package dev.precheck.wire;
