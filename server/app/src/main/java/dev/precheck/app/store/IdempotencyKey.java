package dev.precheck.app.store;

/**
 * What a caller sends along with a submission to make sending it again harmless.
 *
 * @param tenant whose key: others may use the same
 * @param value the header's, 1–255 characters
 * @param requestHash of the body that came with it: the same key with another body is a mistake
 */
public record IdempotencyKey(String tenant, String value, String requestHash) {}
