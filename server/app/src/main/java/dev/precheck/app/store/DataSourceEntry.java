package dev.precheck.app.store;

import dev.precheck.spi.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A database that plans refer to.
 *
 * @param id {@code e_…}, never used again
 * @param name unique
 * @param access how it is reached; the password is sealed for the id
 * @param role which half of a pair it is; one that stands alone is usually a primary
 * @param partnerId the other half, which refers back
 * @param description a note for people
 * @param attributes what an OMS client gave besides and wants to see again
 * @param facts what the server told of itself
 * @param createdAt when it was created
 * @param modifiedAt when somebody last changed it
 * @param accessVersion goes up when it is reached or logged in to in another way, from 1
 */
public record DataSourceEntry(
    String id,
    String tenant,
    String name,
    @Nested Access access,
    Role role,
    Optional<String> partnerId,
    Optional<String> description,
    Map<String, String> attributes,
    @Nested ServerFacts facts,
    Instant createdAt,
    Instant modifiedAt,
    long accessVersion) {

  public DataSourceEntry {
    attributes = Map.copyOf(attributes);
  }

  /** The id with the name, for people. */
  public String label() {
    return "`" + id + "` (" + name + ")";
  }
}
