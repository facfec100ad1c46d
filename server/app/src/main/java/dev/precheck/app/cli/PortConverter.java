package dev.precheck.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TCP port, of which 0 is any free one. */
final class PortConverter implements ITypeConverter<Integer> {

  private static final int LAST = 65535;

  /** Micronaut's way to ask for a free port. */
  static final int ANY_FREE = -1;

  @Override
  public Integer convert(String text) {
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : LAST + 1;
    if (port > LAST) {
      throw new TypeConversionException(
          "\"" + text + "\" is no port; it must be from 0 to " + LAST + ".");
    }
    return port == 0 ? ANY_FREE : port;
  }
}
