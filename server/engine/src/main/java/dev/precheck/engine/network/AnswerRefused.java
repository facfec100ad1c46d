package dev.precheck.engine.network;

import java.io.IOException;

/**
 * A server sends more than is taken from one, or what no database sends; the message is full
 * sentences for the reader.
 */
public final class AnswerRefused extends IOException {

  private static final long serialVersionUID = 1L;

  public AnswerRefused(String message) {
    super(message);
  }
}
