package dev.precheck.app.store;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbered slots at an address, each held by one node at a time. On a shared store a slot is an
 * advisory lock of PostgreSQL (manual, 13.3.5) that belongs to one session of this node: whatever
 * becomes of the node, the store's server gives its slots back.
 */
@Singleton
public final class EndpointSlots {

  private static final Logger LOG = LoggerFactory.getLogger(EndpointSlots.class);

  private final HikariDataSource pool;
  private final StoreKind kind;
  private final Set<Slot> held = new HashSet<>();
  private @Nullable Connection session;

  /** One of them. */
  public record Slot(String address, int number) {

    /** What stands for the slot among all advisory locks of the database. */
    long key() {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256")
                .digest(("precheck " + address + " " + number).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256.", e);
      }
    }
  }

  EndpointSlots(@Named(Database.QUEUE) HikariDataSource pool, StoreKind kind) {
    this.pool = pool;
    this.kind = kind;
  }

  /**
   * Takes a free slot.
   *
   * @param slots how many there are at each address
   * @return empty if all are taken
   */
  public synchronized Optional<Slot> take(String address, int slots) throws SQLException {
    for (int number = 1; number <= slots; number++) {
      Slot slot = new Slot(address, number);
      // A session may lock again what it holds, so its own slots are told apart here.
      if (!held.contains(slot) && (kind == StoreKind.H2 || call("pg_try_advisory_lock", slot))) {
        held.add(slot);
        return Optional.of(slot);
      }
    }
    return Optional.empty();
  }

  /** Gives it back. */
  public synchronized void release(Slot slot) {
    if (held.remove(slot) && kind == StoreKind.POSTGRESQL && session != null) {
      try {
        call("pg_advisory_unlock", slot);
      } catch (SQLException e) {
        LOG.debug("The session that held {} is gone, and the slot with it.", slot, e);
      }
    }
  }

  private boolean call(String function, Slot slot) throws SQLException {
    try (PreparedStatement statement = session().prepareStatement("select " + function + "(?)")) {
      statement.setLong(1, slot.key());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      dropSession();
      throw e;
    }
  }

  /** The session, kept as long as it lives; a new one takes again what the old one held. */
  private Connection session() throws SQLException {
    Connection open = session;
    if (open != null) {
      return open;
    }
    Connection opened = pool.getConnection();
    session = opened;
    for (Slot slot : held) {
      // Another node may have been faster: then for the rest of this run there is one too many.
      call("pg_try_advisory_lock", slot);
    }
    return opened;
  }

  private void dropSession() {
    Connection broken = session;
    session = null;
    if (broken != null) {
      pool.evictConnection(broken);
    }
  }

  @PreDestroy
  synchronized void close() {
    dropSession();
  }
}
