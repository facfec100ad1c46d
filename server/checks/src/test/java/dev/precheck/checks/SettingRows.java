package dev.precheck.checks;

import dev.precheck.spi.Setting;
import dev.precheck.testkit.CheckCase;

/** Settings of both servers of a case. */
public final class SettingRows {

  private SettingRows() {}

  public static Setting setting(String name, String value) {
    return new Setting(name, value);
  }

  /** One setting that both servers show. */
  public static CheckCase on(CheckCase both, String name, String source, String target) {
    return both.source(Setting.FACET, setting(name, source))
        .target(Setting.FACET, setting(name, target));
  }
}
