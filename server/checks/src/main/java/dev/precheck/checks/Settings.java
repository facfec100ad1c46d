package dev.precheck.checks;

import dev.precheck.spi.Setting;
import dev.precheck.spi.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The settings of one server, by name. A version that has no such setting has no value for it. */
public record Settings(Map<String, String> byName) {

  public static Settings of(Snapshot server) {
    Map<String, String> values = new HashMap<>();
    server.rows(Setting.FACET).forEach(s -> values.put(s.variableName(), s.value()));
    return new Settings(values);
  }

  /**
   * The value of a setting.
   *
   * @param names its name and what other versions call it
   */
  public Optional<String> value(List<String> names) {
    return names.stream().map(byName::get).filter(Objects::nonNull).findFirst();
  }

  /**
   * The value of a setting that every supported version has.
   *
   * @throws IllegalStateException if this server does not show it, so that nothing can be told
   */
  public String required(String name) {
    return value(List.of(name))
        .orElseThrow(() -> new IllegalStateException("The server shows no setting " + name + "."));
  }
}
