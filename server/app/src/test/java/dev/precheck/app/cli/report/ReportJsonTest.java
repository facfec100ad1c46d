package dev.precheck.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precheck.engine.Report;
import dev.precheck.engine.Verdict;
import dev.precheck.spi.Side;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report for programs. */
class ReportJsonTest {

  @Test
  void hasEverythingUnderTheServicesNames() throws Exception {
    Report report =
        new Reports()
            .add(
                Side.SOURCE,
                "Primary key",
                "Rows may double.",
                Verdict.FAILED,
                List.of(Reports.at(Reports.NO_KEY, "s", "a\u001b\"b").fix("X")))
            .blocked(Side.TARGET, "Table existence", "Not reached.", "Target-…")
            .build();
    Instant start = Instant.parse("2026-03-14T02:05:07.010Z");
    RunTimes times =
        new RunTimes(
            start,
            start.plusMillis(50),
            Map.of(report.results().get(0).item(), start),
            Map.of(report.results().get(0).item(), start.plusMillis(38)));

    JsonNode json = new ObjectMapper().readTree(ReportJson.of(report, times).toPrettyString());

    assertThat(json)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {
                      "preCheckStatus": "FAILED",
                      "verdict": "FAILED",
                      "verdictCounts": {
                        "passed": 0, "warning": 0, "failed": 1, "skipped": 0, "undetermined": 1
                      },
                      "startTime": "2026-03-14T02:05:07.010Z",
                      "finishTime": "2026-03-14T02:05:07.060Z",
                      "preCheckResults": [
                        {
                          "name": "Source-Primary database-Primary key check",
                          "endpointType": "SOURCE", "role": "MASTER",
                          "checkType": "RDB_PRIMARY_KEY", "status": "FAILED",
                          "message": null, "reasonCode": null, "blockedBy": null,
                          "skippable": true, "skipConsequence": "Rows may double.",
                          "removable": false,
                          "startTime": "2026-03-14T02:05:07.010Z",
                          "finishTime": "2026-03-14T02:05:07.048Z", "cost": "38 ms",
                          "findings": [
                            {
                              "code": "NO_KEY", "severity": "ERROR",
                              "object": {
                                "endpointType": "SOURCE", "kind": "TABLE",
                                "path": ["s", "a\\u001b\\"b"]
                              },
                              "message": "s.a\\u001b\\"b has no key, so changes to its rows cannot be applied to the right row.",
                              "advice": "Add a primary key, or remove the table from the plan.",
                              "fixStatements": ["X"]
                            }
                          ]
                        },
                        {
                          "name": "Target-Primary database-Table existence check",
                          "endpointType": "DEST", "role": "MASTER",
                          "checkType": "RDB_TABLE_EXISTENCE", "status": "UNDETERMINED",
                          "message": "Not reached.", "reasonCode": "BLOCKED",
                          "blockedBy": "Target-…",
                          "skippable": false, "skipConsequence": null, "removable": false,
                          "startTime": null, "finishTime": null, "cost": null,
                          "findings": []
                        }
                      ]
                    }
                    """));
  }
}
