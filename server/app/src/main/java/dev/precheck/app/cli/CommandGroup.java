package dev.precheck.app.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only knows others. */
abstract class CommandGroup implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public final void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
