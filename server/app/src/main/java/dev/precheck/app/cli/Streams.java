package dev.precheck.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The process's output in the terminal's own encoding. */
final class Streams {

  private Streams() {}

  static PrintWriter out() {
    return writer(FileDescriptor.out);
  }

  static PrintWriter err() {
    return writer(FileDescriptor.err);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), charset()), false);
  }

  /** Containers have no locale, which reads as ASCII, while what shows their output has UTF-8. */
  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
    return name.isEmpty()
            || !Charset.isSupported(name)
            || Charset.forName(name).equals(StandardCharsets.US_ASCII)
        ? StandardCharsets.UTF_8
        : Charset.forName(name);
  }
}
