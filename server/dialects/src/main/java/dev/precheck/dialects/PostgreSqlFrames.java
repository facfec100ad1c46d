package dev.precheck.dialects;

import dev.precheck.engine.network.AnswerRefused;
import java.io.IOException;

/**
 * Looks at the messages of a PostgreSQL server before pgjdbc does, which makes room for a value of
 * two gigabytes because ten bytes announce it, and counts to two billion because a server says so.
 * Source: https://www.postgresql.org/docs/current/protocol-message-formats.html.
 */
final class PostgreSqlFrames implements Inspector {

  /** Bytes that pgjdbc takes for a message, beyond those that come. */
  private static final int OVERHEAD = 64;

  /**
   * What a server may say unasked over one connection: pgjdbc keeps each notice with a stack trace,
   * and looks through all before it for each further one.
   */
  private static final int MOST_UNASKED = 1_000;

  private static final int LENGTH_BYTES = 4;
  private static final int COUNT_BYTES = 2;

  /** What comes next. */
  private enum Step {
    FIRST,
    TYPE,
    LENGTH,
    COUNT,
    FIELD_LENGTH,
    FIELD,
    BODY,
    /** TLS, which is looked at when it is decrypted. */
    UNREADABLE
  }

  private final ReceiveLimit limit;
  private Step step;
  private int type;
  private int unasked;

  /** Bytes of the message, and of the value in it, that are still to come. */
  private long body;

  private long field;
  private int fields;

  private long number;
  private int digits;

  private PostgreSqlFrames(ReceiveLimit limit, Step step) {
    this.limit = limit;
    this.step = step;
  }

  /** From the first byte of a connection, which says whether TLS follows. */
  static PostgreSqlFrames ofConnection(ReceiveLimit limit) {
    return new PostgreSqlFrames(limit, Step.FIRST);
  }

  /** From the first byte within TLS. */
  static PostgreSqlFrames ofMessages(ReceiveLimit limit) {
    return new PostgreSqlFrames(limit, Step.TYPE);
  }

  @Override
  public void look(byte[] bytes, int from, int length) throws IOException {
    int end = from + length;
    for (int at = from; at < end && step != Step.UNREADABLE; ) {
      if (step == Step.BODY || step == Step.FIELD) {
        at += pass(Math.min(end - at, step == Step.FIELD ? field : body));
      } else {
        take(bytes[at] & 0xff);
        at++;
      }
    }
  }

  /** Values and texts are not looked at. */
  private int pass(long length) {
    body -= length;
    field -= length;
    if (body == 0) {
      step = Step.TYPE;
    } else if (step == Step.FIELD && field == 0) {
      nextField();
    }
    return (int) length;
  }

  private void take(int value) throws IOException {
    switch (step) {
      case FIRST -> first(value);
      case TYPE -> type(value);
      case LENGTH -> {
        if (collected(value, LENGTH_BYTES)) {
          length((int) number);
        }
      }
      case COUNT -> {
        body--;
        if (collected(value, COUNT_BYTES)) {
          fields = (int) number;
          nextField();
        }
      }
      case FIELD_LENGTH -> {
        body--;
        if (collected(value, LENGTH_BYTES)) {
          fieldLength((int) number);
        }
      }
      case FIELD, BODY, UNREADABLE -> throw new IllegalStateException(step.name());
    }
  }

  /** One byte answers the question for TLS: S for yes, N for no. */
  private void first(int value) throws IOException {
    switch (value) {
      case 'S' -> step = Step.UNREADABLE;
      case 'N' -> step = Step.TYPE;
      default -> type(value);
    }
  }

  private void type(int value) throws IOException {
    if (value == 'v') {
      throw new AnswerRefused(
          "The server wants to negotiate about a version of the protocol that nobody asked for.");
    }
    boolean isUnasked = value == 'N' || value == 'S' || value == 'A';
    if (isUnasked && ++unasked > MOST_UNASKED) {
      throw new AnswerRefused(
          "The server has sent "
              + MOST_UNASKED
              + " notices, notifications and changes of settings that nobody asked for. Look at what"
              + " listens at that address.");
    }
    limit.count(OVERHEAD);
    type = value;
    step = Step.LENGTH;
  }

  private void length(int length) throws IOException {
    if (length < LENGTH_BYTES) {
      throw new AnswerRefused("The server announces a message of " + length + " bytes.");
    }
    body = (long) length - LENGTH_BYTES;
    limit.require(body);
    if (body == 0) {
      step = Step.TYPE;
    } else {
      step = type == 'D' && body >= COUNT_BYTES ? Step.COUNT : Step.BODY;
    }
  }

  private void nextField() {
    if (body == 0) {
      step = Step.TYPE;
    } else if (fields > 0 && body >= LENGTH_BYTES) {
      fields--;
      step = Step.FIELD_LENGTH;
    } else {
      step = Step.BODY;
    }
  }

  /** NULL is announced as -1. */
  private void fieldLength(int length) throws IOException {
    if (length > body) {
      throw new AnswerRefused(
          "The server announces a value of " + length + " bytes in " + body + " bytes.");
    }
    field = Math.max(0, length);
    if (field == 0) {
      nextField();
    } else {
      step = Step.FIELD;
    }
  }

  private boolean collected(int value, int length) {
    number = digits == 0 ? value : (number << Byte.SIZE) | value;
    digits = (digits + 1) % length;
    return digits == 0;
  }
}
