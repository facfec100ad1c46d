package dev.precheck.app.http;

import dev.precheck.api.model.PreCheckEvidence;
import dev.precheck.api.model.PreCheckFinding;
import dev.precheck.api.model.PreCheckItem;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.identity.AccessRole;
import dev.precheck.spi.ConnectionAttempt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from viewers in which way the network failed: refused, unanswered and closed tell whoever
 * reads many of them what listens where. That a database cannot be reached they see.
 */
final class NetworkFailures {

  private static final Set<String> CODES = Set.of("CONNECT_DNS", "CONNECT_TCP");
  private static final Set<String> STAGES = Set.of("DNS", "TCP");
  private static final String WORDS = "said";
  private static final String COARSE =
      "The database cannot be reached over the network. Callers with the role operator see how that"
          + " was noticed.";

  private NetworkFailures() {}

  /** Whether the caller of the request that this thread works for is one of those. */
  static boolean areHidden() {
    return CurrentCaller.get().role() == AccessRole.VIEWER;
  }

  /** Changes the result, which nobody else has. */
  static PreCheckResult hide(PreCheckResult result) {
    result.getPreCheckResults().forEach(NetworkFailures::hide);
    return result;
  }

  /** Changes the item, which nobody else has. */
  static PreCheckItem hide(PreCheckItem item) {
    return isOfNetwork(item.getCode()) ? item.message(COARSE).errorDetail(null) : item;
  }

  /** Changes the finding if the caller is a viewer. */
  static PreCheckFinding seen(PreCheckFinding finding) {
    if (!isOfNetwork(finding.getCode()) || !areHidden()) {
      return finding;
    }
    Map<String, String> arguments = new HashMap<>(finding.getArguments());
    arguments.remove(WORDS);
    return finding.message(COARSE).arguments(arguments);
  }

  /** Changes the evidence if the caller is a viewer. */
  static PreCheckEvidence seen(PreCheckEvidence evidence) {
    boolean ofNetwork =
        evidence.getFacet().equals(ConnectionAttempt.FACET.name())
            && evidence.getSampleRows().stream().anyMatch(row -> failedAt(evidence, row));
    return ofNetwork && areHidden() ? evidence.failure(COARSE) : evidence;
  }

  /** By the column of that name: an account may be called TCP. */
  private static boolean failedAt(PreCheckEvidence evidence, List<String> row) {
    return STAGES.contains(row.get(evidence.getSampleColumns().indexOf("failedAt")));
  }

  private static boolean isOfNetwork(@Nullable String code) {
    return code != null && CODES.contains(code);
  }
}
