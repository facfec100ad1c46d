package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What differs between the database servers that the test kit runs as processes. */
interface ServerSoftware {

  /** The software and its version, as the name of a directory. */
  String id() throws IOException, Unavailable;

  /**
   * Lays out the programs.
   *
   * @param home a directory that is not there yet
   * @throws Unavailable if they are not here or cannot run on this machine
   */
  void layOut(Path home) throws IOException, Unavailable;

  /** Creates an empty database in a directory that is not there yet. */
  void initialise(Path home, Path data) throws IOException;

  /** The command that runs the server in the foreground on a port of the loopback address. */
  List<String> start(Path home, Path data, int port) throws IOException;

  /** Whether the server encrypts connections, with {@link TestCertificates}. */
  boolean hasTls();

  /** The signal that ends the server at once; its data are thrown away anyway. */
  String stopSignal();
}
