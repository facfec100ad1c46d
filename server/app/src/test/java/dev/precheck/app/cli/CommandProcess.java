package dev.precheck.app.cli;

import dev.precheck.app.Main;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command as a process of its own, as its users start it: only that can be sent a signal. */
public final class CommandProcess implements AutoCloseable {

  /** What the process ends with after Ctrl-C and after SIGTERM: 128 and the signal's number. */
  static final int INTERRUPTED = 130;

  static final int TERMINATED = 143;

  private static final int DEADLINE_SECONDS = 60;
  private static final int SIGINT = 2;

  private final Process process;
  private final Path out;
  private final Path err;

  private CommandProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts it with the class path of this JVM.
   *
   * @param directory where it is started, and where its output goes
   * @param environment what it sees of {@code PRECHECK_...}
   */
  public static CommandProcess start(
      Path directory, Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (interruptsAreIgnored()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the tests' own JVM: such a process is not there for long.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(Arrays.asList(arguments));
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path err = Files.createTempFile(directory, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PRECHECK_"));
    builder.environment().putAll(environment);
    return new CommandProcess(builder.start(), out, err);
  }

  /** A build that runs in the background of a shell ignores SIGINT, and its children inherit it. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(ignored -> ignored.testBit(SIGINT - 1));
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed so far. */
  public String out() throws IOException {
    return Files.readString(out);
  }

  /** What it has printed to the error stream so far. */
  public String err() throws IOException {
    return Files.readString(err);
  }

  /** Sends a signal, {@code INT} as Ctrl-C does or {@code TERM}, and waits for the exit code. */
  int endWith(String signal) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("no such process any more: " + out() + err());
    }
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end with SIG" + signal + ": " + out() + err());
    }
    return process.exitValue();
  }

  /** The process's id. */
  public long pid() {
    return process.pid();
  }

  /** Kills it, so that it gets to do nothing more, and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
