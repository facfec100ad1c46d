package dev.precheck.spi;

/**
 * A storage engine that a server of MySQL or MariaDB knows (information_schema.engines).
 *
 * @param name for example {@code InnoDB}
 * @param available whether tables can be created with it
 * @param transactional whether its tables take part in transactions
 */
public record StorageEngine(String name, boolean available, boolean transactional) {

  public static final Facet<StorageEngine> FACET =
      Facet.ofServer("storage_engines", StorageEngine.class);
}
