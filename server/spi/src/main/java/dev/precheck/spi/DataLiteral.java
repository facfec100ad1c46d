package dev.precheck.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a facet's row that may hold data of users: a default, a generated column's
 * expression, a partition's bound, a comment. Checks see it as it is; in the evidence that is kept
 * of a run and shown to whoever may read the report, the data is blanked.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DataLiteral {

  /** What is left of it. */
  Form value() default Form.VALUE;

  /** What the component holds. */
  enum Form {
    /** A value, perhaps without any quotes: nothing is left of it but its length. */
    VALUE,
    /** SQL: strings and numbers in it are replaced by {@code ?}; names and operators stay. */
    EXPRESSION
  }
}
