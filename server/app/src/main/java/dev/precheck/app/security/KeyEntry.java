package dev.precheck.app.security;

/**
 * A key, without itself.
 *
 * @param id its number within the key set, which what it seals begins with
 * @param status {@code enabled}, or {@code disabled} and {@code destroyed}, which open nothing
 * @param primary whether it is the one that seals
 */
public record KeyEntry(String id, String status, boolean primary) {}
