package dev.precheck.app.http;

import dev.precheck.api.model.ErrorLevel;
import dev.precheck.api.model.PreCheckItem;
import dev.precheck.api.model.PreCheckItemStatus;
import dev.precheck.api.model.PreCheckResult;
import dev.precheck.api.model.ProjectStepError;
import dev.precheck.api.model.ProjectStepExtraInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a precheck failed, in the form in which OMS tells why a step failed. */
final class StepFailureMapper {

  /** The contract's limits. */
  private static final int MAX_DETAILS = 100;

  private static final int MAX_LENGTH = 4_096;

  private static final int SHOWN = 5;
  private static final String RUN_BROKEN = "RUN_BROKEN";

  private StepFailureMapper() {}

  static ProjectStepExtraInfo extraInfo(PreCheckResult result) {
    List<PreCheckItem> failed = items(result, PreCheckItemStatus.FAILED);
    List<PreCheckItem> undetermined = items(result, PreCheckItemStatus.UNDETERMINED);
    List<ProjectStepError> details = new ArrayList<>();
    Optional<String> broken = Optional.ofNullable(result.getErrorDetail());
    broken.map(StepFailureMapper::broken).ifPresent(details::add);
    Stream.concat(failed.stream(), undetermined.stream())
        .map(StepFailureMapper::detail)
        .forEach(details::add);
    List<String> lines = new ArrayList<>();
    broken.map(why -> "The run itself broke: " + why).ifPresent(lines::add);
    Stream.concat(failed.stream(), undetermined.stream())
        .map(StepFailureMapper::line)
        .forEach(lines::add);
    int all = result.getPreCheckResults().size();
    int bad = failed.size() + undetermined.size();
    return new ProjectStepExtraInfo()
        .errorDetails(details.isEmpty() ? null : details.stream().limit(MAX_DETAILS).toList())
        .errorCode(details.isEmpty() ? null : details.get(0).getCode())
        .errorMsg(text(bad + " of " + all + " items did not pass.", lines))
        .errorParam(
            Map.of(
                "preCheckId", result.getPreCheckId(),
                "items", Integer.toString(all),
                "failed", Integer.toString(failed.size()),
                "undetermined", Integer.toString(undetermined.size())))
        .failedTime(result.getFinishTime());
  }

  private static List<PreCheckItem> items(PreCheckResult result, PreCheckItemStatus status) {
    return result.getPreCheckResults().stream().filter(i -> i.getStatus() == status).toList();
  }

  private static ProjectStepError broken(String why) {
    return new ProjectStepError().code(RUN_BROKEN).level(ErrorLevel.ERROR).message(why);
  }

  private static ProjectStepError detail(PreCheckItem item) {
    String message = message(item);
    return new ProjectStepError()
        .code(code(item))
        .level(ErrorLevel.ERROR)
        .message(message)
        .reason(message.equals(item.getErrorDetail()) ? null : item.getErrorDetail())
        .proposal(item.getAdvice())
        .extraContext(context(item));
  }

  private static Map<String, String> context(PreCheckItem item) {
    Map<String, String> context = new TreeMap<>();
    context.put("name", item.getName());
    context.put("checkType", item.getCheckType());
    context.put("endpointType", item.getEndpointType().getValue());
    context.put("role", item.getRole().getValue());
    context.put("status", item.getStatus().getValue());
    String blockedBy = item.getBlockedBy();
    if (blockedBy != null) {
      context.put("blockedBy", blockedBy);
    }
    return context;
  }

  private static String code(PreCheckItem item) {
    return Optional.ofNullable(item.getCode())
        .or(() -> Optional.ofNullable(item.getReasonCode()))
        .orElse(item.getStatus().getValue());
  }

  private static String message(PreCheckItem item) {
    return Optional.ofNullable(item.getMessage())
        .orElse("The item is " + item.getStatus().getValue() + ".");
  }

  private static String line(PreCheckItem item) {
    return item.getName() + ": " + item.getStatus().getValue() + ": " + message(item);
  }

  private static String text(String first, List<String> lines) {
    String more = lines.size() > SHOWN ? "\n… and " + (lines.size() - SHOWN) + " more" : "";
    String shown =
        Stream.concat(Stream.of(first), lines.stream().limit(SHOWN))
            .collect(Collectors.joining("\n"));
    return cut(shown, MAX_LENGTH - more.length()) + more;
  }

  private static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 2)) + " …";
  }
}
