package dev.precheck.app.cli;

/** What is logged. Called once, before anything logs. */
public final class Logs {

  private static final String SETTING = "logback.configurationFile";

  private Logs() {}

  /**
   * Only what somebody must know, for commands whose output is the point; the service logs more.
   */
  public static void choose(String... arguments) {
    boolean service = arguments.length > 0 && arguments[0].equals("serve");
    if (!service && System.getProperty(SETTING) == null) {
      System.setProperty(SETTING, "dev/precheck/app/cli/quiet-logback.xml");
    }
  }
}
