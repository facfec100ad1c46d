package dev.precheck.app.store;

/** Why a precheck was deleted. */
public enum DeletionCause {
  /** Somebody asked for it. */
  BY_USER,
  /** It was older than prechecks are kept. */
  RETENTION
}
