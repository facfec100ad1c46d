package dev.precheck.app.cli;

import dev.precheck.app.cli.service.Administration;
import dev.precheck.app.cli.service.StartFailure;
import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.identity.Caller;
import dev.precheck.app.store.access.ApiTokenDraft;
import dev.precheck.app.store.access.ApiTokenEntry;
import dev.precheck.app.store.access.ApiTokens;
import dev.precheck.app.store.report.Page;
import dev.precheck.wire.error.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages API tokens of any tenant, in the store itself. */
@Command(
    name = "tokens",
    synopsisSubcommandLabel = "(create | list | revoke)",
    header = "Creates, lists and revokes API tokens, of any tenant.",
    description = {
      "",
      "Works on the store that PRECHECK_DATA_DIR or PRECHECK_STORE names. The embedded one can be"
          + " opened by one process at a time: while a service has it, use the actions CreateApiToken,"
          + " ListApiTokens and RevokeApiToken.",
      ""
    })
final class TokensCommand implements Runnable {

  private static final int MOST = 10_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name one of create, list and revoke.");
  }

  @Command(name = "create", header = "Creates a token and prints it, this once.")
  int create(
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NAME",
              description = "What it is called, 1 to 64 characters.")
          String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "One of ${COMPLETION-CANDIDATES}.")
          AccessRole role,
      @Option(
              names = "--tenant",
              paramLabel = "TENANT",
              defaultValue = Caller.DEFAULT_TENANT,
              description = "Whose data it opens. Default: ${DEFAULT-VALUE}.")
          String tenant,
      @Option(
              names = "--days",
              paramLabel = "DAYS",
              description = "After how many days it is refused. Default: never.")
          Optional<Integer> days) {
    ApiTokenDraft draft =
        new ApiTokenDraft(
            Names.tenant(spec, tenant),
            Names.token(spec, name),
            role,
            Optional.empty(),
            Optional.empty(),
            days.map(Duration::ofDays).map(Instant.now()::plus));
    print(tokens(t -> t.create(draft)).text().reveal());
    return ExitCodes.PASSED;
  }

  @Command(name = "list", header = "Lists the tokens of a tenant, newest first.")
  int list(
      @Option(
              names = "--tenant",
              paramLabel = "TENANT",
              defaultValue = Caller.DEFAULT_TENANT,
              description = "Whose. Default: ${DEFAULT-VALUE}.")
          String tenant) {
    List<ApiTokenEntry> entries = tokens(t -> t.page(tenant, new Page(1, MOST)));
    entries.forEach(entry -> print(line(entry)));
    return ExitCodes.PASSED;
  }

  @Command(name = "revoke", header = "Has a token refused from now on.")
  int revoke(@Parameters(paramLabel = "ID", description = "Its id, tk_…, from list.") String id) {
    print(line(tokens(t -> t.revoke(id, Optional.empty()))));
    return ExitCodes.PASSED;
  }

  private static String line(ApiTokenEntry entry) {
    String state =
        entry
            .revokedAt()
            .map(at -> "revoked " + at)
            .or(() -> entry.expiresAt().map(at -> "expires " + at))
            .orElse("no expiry");
    String used = entry.lastUsedAt().map(at -> "used " + at).orElse("never used");
    return String.join(
        "  ", entry.id(), entry.role().name(), entry.tenant(), entry.name(), state, used);
  }

  private <R> R tokens(Function<ApiTokens, R> work) {
    try {
      return Administration.with(ApiTokens.class, work);
    } catch (StartFailure e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (ApiException e) {
      throw new ParameterException(spec.commandLine(), e.text() + " " + e.advice(), e);
    }
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }

  /** What names may be; the contract asks the same of callers. */
  private static final class Names {
    private static final String TENANT = "[a-z0-9][a-z0-9-]{0,63}";
    private static final String TOKEN = "[^\\x00-\\x1F\\x7F]{1,64}";

    static String tenant(CommandSpec spec, String name) {
      return legal(
          spec, "--tenant", name, TENANT, "1 to 64 lower-case letters, digits and hyphens");
    }

    static String token(CommandSpec spec, String name) {
      return legal(spec, "--name", name, TOKEN, "1 to 64 characters without control characters");
    }

    private static String legal(
        CommandSpec spec, String option, String name, String pattern, String what) {
      if (!name.matches(pattern)) {
        throw new ParameterException(
            spec.commandLine(), option + " is \"" + name + "\"; " + what + " are accepted.");
      }
      return name;
    }
  }
}
