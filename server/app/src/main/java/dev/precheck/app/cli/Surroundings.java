package dev.precheck.app.cli;

import dev.precheck.app.cli.text.Paint;
import dev.precheck.engine.Catalogue;
import dev.precheck.engine.Dialects;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command finds around it, so that tests can put something else there.
 *
 * @param environment the environment variables
 * @param prompt asks for what must not be seen
 * @param catalogue the checks; loaded when wanted, for a broken plug-in must not stop {@code
 *     --help}
 * @param dialects the databases
 * @param ansi whether there are colours
 */
record Surroundings(
    Map<String, String> environment,
    Prompt prompt,
    Supplier<Catalogue> catalogue,
    Supplier<Dialects> dialects,
    Ansi ansi) {

  static Surroundings ofThisProcess() {
    return new Surroundings(
        System.getenv(), Prompt.ofTheConsole(), Catalogue::load, Dialects::load, Ansi.AUTO);
  }

  Paint paint() {
    return new Paint(ansi);
  }
}
