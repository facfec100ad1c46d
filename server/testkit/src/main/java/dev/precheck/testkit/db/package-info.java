/**
 * Real databases for tests, without Docker: the servers come from Maven artifacts.
 *
 * <p>{@link dev.precheck.testkit.db.TestDatabase#start()} gives a running server, started at most
 * once a JVM and stopped with it. What it unpacks and initialises is kept in {@code
 * target/testkit}, so that the next start takes about a second.
 *
 * <p><b>Where the servers come from.</b> This project's build copies the artifacts to {@code
 * target/databases} of its root. A build elsewhere does the same with the copy goal of
 * maven-dependency-plugin, or puts one version of each artifact on its test class path; {@link
 * dev.precheck.testkit.db.TestDatabase#artifact()} names it.
 *
 * <p><b>Where a server cannot run</b> (no such artifact, another operating system, a missing system
 * library) the test is skipped and says why; with the environment variable {@code CI=true} it fails
 * instead.
 */
package dev.precheck.testkit.db;
