package dev.precheck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one fact was learned: what a server was asked, what it took, and what came of it. Without
 * secrets, and without data of users where the facet marks it ({@link
 * dev.precheck.spi.DataLiteral}).
 *
 * @param place which server
 * @param facet the facet's name; with the place it is unique within a run
 * @param state how far it got
 * @param sent what the server was sent for it; empty if nothing, and for the connection attempt
 * @param startedAt when the reading began, which is after what had to be known before; empty if it
 *     did not
 * @param took how long it took until it was read or had failed; empty if it did not begin or end
 * @param rowCount how many rows were read, all of them
 * @param sample the first of them
 * @param failure why it failed or was not read, in a sentence or in the server's words
 */
public record Evidence(
    Place place,
    String facet,
    State state,
    Optional<Sent> sent,
    Optional<Instant> startedAt,
    Optional<Duration> took,
    long rowCount,
    Sample sample,
    Optional<String> failure) {

  /** How far the reading of a fact got. */
  public enum State {
    /** It was read. */
    READ,
    /** It was begun and failed. */
    FAILED,
    /** It was not begun: something that it needs was missing, or the run was stopped before. */
    NOT_READ,
    /** It had not ended yet when the item that waited for it did. */
    UNFINISHED
  }
}
