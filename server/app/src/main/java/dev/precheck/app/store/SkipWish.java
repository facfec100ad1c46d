package dev.precheck.app.store;

import java.util.List;
import java.util.Optional;

/**
 * What is to be skipped.
 *
 * @param item the name of an item
 * @param findings fingerprints; empty for the whole item
 */
public record SkipWish(String item, Optional<List<String>> findings) {}
