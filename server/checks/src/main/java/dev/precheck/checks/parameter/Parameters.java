package dev.precheck.checks.parameter;

import dev.precheck.checks.Settings;
import dev.precheck.spi.CheckContext;
import dev.precheck.spi.Finding;
import dev.precheck.spi.ObjectRef;
import dev.precheck.spi.Problem;
import dev.precheck.spi.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings that have to be the same on both servers, and why. One that either lacks is passed over.
 */
record Parameters(Problem problem, List<Parameter> all) {

  /**
   * One of them.
   *
   * @param names its name, and what other versions call it
   * @param effect what differs otherwise, a full sentence
   */
  record Parameter(List<String> names, String effect) {}

  static Parameter parameter(String name, String effect) {
    return new Parameter(List.of(name), effect);
  }

  List<Finding> compare(CheckContext context) {
    Settings source = Settings.of(context.source());
    Settings target = Settings.of(context.target());
    List<Finding> findings = new ArrayList<>();
    for (Parameter parameter : all) {
      Optional<String> before = source.value(parameter.names());
      Optional<String> after = target.value(parameter.names());
      if (before.isPresent() && after.isPresent() && !before.equals(after)) {
        findings.add(
            problem
                .at(ObjectRef.endpoint(Side.TARGET))
                .with("name", parameter.names().get(0))
                .with("source", before.get())
                .with("target", after.get())
                .with("effect", parameter.effect()));
      }
    }
    return findings;
  }
}
