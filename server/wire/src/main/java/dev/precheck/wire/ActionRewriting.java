package dev.precheck.wire;

import jakarta.inject.Singleton;

/** Puts the {@link ActionRewriter} into each connection. */
@Singleton
final class ActionRewriting extends ConnectionHandler {

  ActionRewriting() {
    super("action-rewriter", new ActionRewriter());
  }
}
