package dev.precheck.app.cli;

import dev.precheck.app.cli.service.Administration;
import dev.precheck.app.cli.service.StartFailure;
import dev.precheck.app.store.access.ApiTokenEntry;
import dev.precheck.app.store.access.ApiTokens;
import dev.precheck.wire.error.ApiException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands about API tokens have in common. */
abstract class TokenWork implements Callable<Integer> {

  private static final String TENANT = "[a-z0-9][a-z0-9-]{0,63}";

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  TokenWork(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Does it, and returns what to print. */
  abstract String work();

  @Override
  public final Integer call() {
    spec.commandLine().getOut().print(work());
    spec.commandLine().getOut().flush();
    return ExitCodes.PASSED;
  }

  final <R> R tokens(Function<ApiTokens, R> work) {
    try {
      return Administration.with(surroundings.environment(), ApiTokens.class, work);
    } catch (StartFailure e) {
      throw refuse(String.valueOf(e.getMessage()), e);
    } catch (ApiException e) {
      throw refuse(e.text() + " " + e.advice(), e);
    }
  }

  /** A tenant's name, if it can be one. */
  final String tenant(String name) {
    if (!name.matches(TENANT)) {
      throw refuse(
          "--tenant is \""
              + name
              + "\"; 1 to 64 lower-case letters, digits and hyphens are accepted.",
          null);
    }
    return name;
  }

  final ParameterException refuse(String why, @Nullable Exception cause) {
    return new ParameterException(spec.commandLine(), why, cause);
  }

  static String line(ApiTokenEntry entry) {
    String state =
        entry
            .revokedAt()
            .map(at -> "revoked " + at)
            .or(() -> entry.expiresAt().map(at -> "expires " + at))
            .orElse("no expiry");
    String used = entry.lastUsedAt().map(at -> "used " + at).orElse("never used");
    return String.join(
            "  ", entry.id(), entry.role().name(), entry.tenant(), entry.name(), state, used)
        + "\n";
  }
}
