package dev.precheck.app.cli;

import dev.precheck.app.identity.Caller;
import dev.precheck.app.store.access.ApiTokenEntry;
import dev.precheck.app.store.report.Page;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The tokens there are and were. */
@Command(name = "list", header = "Lists the tokens of a tenant, newest first.")
final class TokensListCommand extends TokenWork {

  private static final int MOST = 10_000;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "Whose. Default: " + Caller.DEFAULT_TENANT + ".")
  private String tenant = Caller.DEFAULT_TENANT;

  TokensListCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String work() {
    String whose = tenant(tenant);
    List<ApiTokenEntry> entries = tokens(tokens -> tokens.page(whose, new Page(1, MOST)));
    return entries.stream().map(TokenWork::line).collect(Collectors.joining());
  }
}
