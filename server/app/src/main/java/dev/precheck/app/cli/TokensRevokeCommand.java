package dev.precheck.app.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The end of a token. */
@Command(name = "revoke", header = "Has a token refused from now on, by every node.")
final class TokensRevokeCommand extends TokenWork {

  @Parameters(paramLabel = "ID", description = "Its id, tk_…, from list.")
  private String id = "";

  TokensRevokeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String work() {
    return line(tokens(tokens -> tokens.revoke(id, Optional.empty())));
  }
}
