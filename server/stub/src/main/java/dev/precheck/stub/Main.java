package dev.precheck.stub;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the process starts. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        commandLine(writer(FileDescriptor.out), writer(FileDescriptor.err)).execute(arguments));
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new StubCommand())
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(Main::complain);
  }

  private static int complain(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("precheck stub: " + wrong.getMessage());
    command.getErr().println("\"precheck stub --help\" tells more.");
    command.getErr().flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
