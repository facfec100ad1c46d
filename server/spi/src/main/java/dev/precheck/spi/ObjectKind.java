package dev.precheck.spi;

/** What a finding points at. */
public enum ObjectKind {
  /** The server or database as a whole. */
  ENDPOINT,
  SCHEMA,
  TABLE,
  VIEW,
  COLUMN,
  INDEX,
  CONSTRAINT,
  PARAMETER,
  TRIGGER,
  /** A function, procedure or package. */
  ROUTINE,
  EVENT,
  SEQUENCE,
  EXTENSION,
  /** A type that users made. */
  TYPE
}
