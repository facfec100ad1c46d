package dev.precheck.app.cli;

import dev.precheck.engine.Secret;
import java.io.Console;
import java.util.Optional;

/** Asks a person for a password. */
interface Prompt {

  /** The answer; empty if nobody is there to be asked. */
  Optional<Secret> ask(String question);

  /** Asks at the terminal, without echo. */
  @SuppressWarnings("SystemConsoleNull") // Null before Java 22 only; isTerminal covers the rest.
  static Prompt ofTheConsole() {
    Console console = System.console();
    return console == null || !isTerminal(console)
        ? question -> Optional.empty()
        : question -> ask(console, question);
  }

  private static Optional<Secret> ask(Console console, String question) {
    char[] typed = console.readPassword("%s ", question);
    return Optional.ofNullable(typed).map(String::new).map(Secret::of);
  }

  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      // Before Java 22 there is no such method, and a console only where there is a terminal.
      return true;
    }
  }
}
