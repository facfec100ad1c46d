package dev.precheck.app;

import dev.precheck.app.cli.CommandLines;
import dev.precheck.app.cli.Logs;

/** Where the process starts. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Logs.choose(arguments);
    System.exit(CommandLines.run(arguments));
  }
}
