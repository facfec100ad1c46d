package dev.precheck.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that can be wrong, declared once beside the logic that finds it.
 *
 * @param code what is wrong, stable, unique within its check, for example {@code SCHEMA_MISSING}
 * @param severity what it means for the item
 * @param message a full sentence for the person who migrates; {@code {name}} takes a finding's
 *     argument
 * @param remedy what to do, imperative; may hold {@code {name}} too
 */
public record Problem(String code, Severity severity, String message, String remedy) {

  public static Problem error(String code, String message, String remedy) {
    return new Problem(code, Severity.ERROR, message, remedy);
  }

  public static Problem warning(String code, String message, String remedy) {
    return new Problem(code, Severity.WARNING, message, remedy);
  }

  /** For objects that could not be looked at: the item ends undetermined, never passed. */
  public static Problem unknown(String code, String message, String remedy) {
    return new Problem(code, Severity.UNKNOWN, message, remedy);
  }

  public static Problem notice(String code, String message, String remedy) {
    return new Problem(code, Severity.NOTICE, message, remedy);
  }

  /** This problem, found at an object. */
  public Finding at(ObjectRef object) {
    return new Finding(this, object, Map.of(), List.of(), Optional.empty());
  }
}
