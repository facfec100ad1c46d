package dev.precheck.app.http;

import java.nio.file.Path;
import java.util.Map;

/** The actions on projects, with PostgreSQL as the store. */
class ProjectActionsOnPostgreSqlTest extends ProjectActionsTest {

  @Override
  TestService open(Path directory) {
    return new SharedStore(directory).node(Map.of());
  }
}
