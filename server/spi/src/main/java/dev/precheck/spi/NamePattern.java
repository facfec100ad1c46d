package dev.precheck.spi;

/**
 * A rule that takes tables and views by name: {@code schema.table}, where {@code *} stands for any
 * run of characters and {@code ?} for one. A backslash takes the next character literally.
 */
public final class NamePattern {

  private final String text;
  private final Glob schema;
  private final Glob schemaFolded;
  private final Glob name;
  private final Glob nameFolded;

  private NamePattern(String text, String schema, String name) {
    this.text = text;
    this.schema = Glob.compile(schema);
    this.schemaFolded = this.schema.lowerCased();
    this.name = Glob.compile(name);
    this.nameFolded = this.name.lowerCased();
  }

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException if there is not exactly one dot between two parts, or a
   *     backslash ends the text; the message says which
   */
  public static NamePattern parse(String text) {
    int dot = -1;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && ++at == text.length()) {
        throw refuse(text, "ends with a backslash");
      }
      if (c == '.') {
        if (dot >= 0) {
          throw refuse(text, "has more than one dot; write \\. for a dot within a name");
        }
        dot = at;
      }
    }
    if (dot < 0) {
      throw refuse(text, "has no dot; write database.table, or database.* for a whole database");
    }
    if (dot == 0 || dot == text.length() - 1) {
      throw refuse(text, "has an empty part beside its dot");
    }
    return new NamePattern(text, text.substring(0, dot), text.substring(dot + 1));
  }

  private static IllegalArgumentException refuse(String text, String why) {
    return new IllegalArgumentException("The rule \"" + text + "\" " + why + ".");
  }

  /** Whether the rule takes this name, on a server that compares names so. */
  public boolean matches(QualifiedName object, IdentifierCase identifierCase) {
    if (!matchesSchema(object.schema(), identifierCase)) {
      return false;
    }
    return identifierCase == IdentifierCase.SENSITIVE
        ? name.matches(object.name())
        : nameFolded.matches(Glob.fold(object.name()));
  }

  /** Whether the rule can take anything from this schema. */
  public boolean matchesSchema(String schemaName, IdentifierCase identifierCase) {
    return identifierCase == IdentifierCase.SENSITIVE
        ? schema.matches(schemaName)
        : schemaFolded.matches(Glob.fold(schemaName));
  }

  /** Whether the schema part stands for one schema. */
  public boolean namesOneSchema() {
    return schema.isLiteral();
  }

  /**
   * The one schema that the rule names.
   *
   * @throws IllegalStateException unless {@link #namesOneSchema}
   */
  public String schemaName() {
    if (!namesOneSchema()) {
      throw new IllegalStateException(text + " does not name one schema");
    }
    return schema.literal();
  }

  @Override
  public String toString() {
    return text;
  }
}
