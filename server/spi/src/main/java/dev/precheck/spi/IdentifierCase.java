package dev.precheck.spi;

import java.util.Locale;

/**
 * How a server compares the names of schemas and tables. For MySQL this is {@code
 * lower_case_table_names} (0 is sensitive, 1 and 2 are not).
 */
public enum IdentifierCase {
  SENSITIVE,
  INSENSITIVE;

  /** Two names are the same on the server exactly when their keys are equal. */
  public String key(String identifier) {
    return this == SENSITIVE ? identifier : identifier.toLowerCase(Locale.ROOT);
  }

  /** Two qualified names are the same on the server exactly when their keys are equal. */
  public QualifiedName key(QualifiedName name) {
    return new QualifiedName(key(name.schema()), key(name.name()));
  }
}
