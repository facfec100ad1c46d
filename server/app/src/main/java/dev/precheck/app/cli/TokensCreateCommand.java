package dev.precheck.app.cli;

import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.identity.Caller;
import dev.precheck.app.store.access.ApiTokenDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A new token. */
@Command(name = "create", header = "Creates a token and prints it, this once.")
final class TokensCreateCommand extends TokenWork {

  private static final String NAME = "[^\\x00-\\x1F\\x7F]{1,64}";
  private static final int MOST_DAYS = 36_500;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What it is called, 1 to 64 characters.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private AccessRole role = AccessRole.VIEWER;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "Whose data it opens. Default: " + Caller.DEFAULT_TENANT + ".")
  private String tenant = Caller.DEFAULT_TENANT;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description = "After how many days it is refused. Default: never.")
  private Optional<Integer> days = Optional.empty();

  TokensCreateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String work() {
    if (!name.matches(NAME)) {
      throw refuse(
          "--name is \"" + name + "\"; 1 to 64 characters, none of them a control character.",
          null);
    }
    days.filter(count -> count < 1 || count > MOST_DAYS)
        .ifPresent(
            count -> {
              throw refuse("--days is " + count + "; 1 to " + MOST_DAYS + " are accepted.", null);
            });
    ApiTokenDraft draft =
        new ApiTokenDraft(
            tenant(tenant),
            name,
            role,
            Optional.empty(),
            Optional.empty(),
            days.map(Duration::ofDays).map(Instant.now()::plus));
    return tokens(tokens -> tokens.create(draft)).text().reveal() + "\n";
  }
}
