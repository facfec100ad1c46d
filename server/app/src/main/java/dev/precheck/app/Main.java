package dev.precheck.app;

import dev.precheck.app.cli.CommandLines;

/** Where the process starts. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.run(arguments));
  }
}
