package dev.precheck.testkit.db;

/** The account that may do everything on every server of the test kit. */
final class Superuser {

  static final String NAME = "precheck_admin";
  static final String PASSWORD = "only-for-tests";

  private Superuser() {}
}
