package dev.precheck.app;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Micronaut.build(arguments).banner(false).mainClass(Main.class).start();
  }
}
