package dev.precheck.app.cli;

import dev.precheck.app.cli.text.Page;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong, short enough that it is not lost above a page of help. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /** What stands between user and host of a URI: never repeated, not even to who typed it. */
  private static final Pattern PASSWORD = Pattern.compile("(://[^:@/\\s]*):\\S*@");

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.print(new Page().paragraph(0, "precheck: ", clean(wrong)));
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("\"" + command.getCommandSpec().qualifiedName() + " --help\" tells more.");
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public int handleExecutionException(Exception broken, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("precheck: this is a fault of Precheck itself, please report it:");
    broken.printStackTrace(err);
    err.flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String clean(Exception e) {
    return PASSWORD.matcher(String.valueOf(e.getMessage())).replaceAll("$1:***@");
  }
}
