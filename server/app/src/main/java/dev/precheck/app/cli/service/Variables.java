package dev.precheck.app.cli.service;

import io.micronaut.context.env.MapPropertySource;
import java.util.Map;

/** Settings in names as the environment spells them, {@code PRECHECK_DATA_DIR}. */
public final class Variables extends MapPropertySource {

  /** Those of an environment. */
  public Variables(Map<String, String> environment) {
    super("environment", environment);
  }

  @Override
  public PropertyConvention getConvention() {
    return PropertyConvention.ENVIRONMENT_VARIABLE;
  }
}
