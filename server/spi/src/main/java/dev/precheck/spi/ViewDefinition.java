package dev.precheck.spi;

/**
 * A view and what it reads.
 *
 * @param definer the account it runs as, {@code user@host} (MySQL, MariaDB), or its owner
 * @param runsAsDefiner whether its tables are read with the rights of the definer
 * @param text SQL in which each object that the view reads stands as its quoted schema, a dot and
 *     its quoted name: MySQL, MariaDB and H2 keep the view's query like that, PostgreSQL the
 *     dependencies; empty if the account may not see it (MySQL and MariaDB: no SHOW VIEW)
 */
public record ViewDefinition(
    String schema,
    String name,
    String definer,
    boolean runsAsDefiner,
    @DataLiteral(DataLiteral.Form.EXPRESSION) String text) {

  public static final Facet<ViewDefinition> FACET = Facet.ofSchemas("views", ViewDefinition.class);

  public QualifiedName qualified() {
    return new QualifiedName(schema, name);
  }
}
