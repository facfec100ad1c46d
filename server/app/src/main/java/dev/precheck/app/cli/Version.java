package dev.precheck.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, which the build writes into the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    // picocli puts line breaks between the lines only.
    return new String[] {"precheck " + (version == null ? "(not built as a jar)" : version), ""};
  }
}
