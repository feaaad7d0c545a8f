package dev.tr116.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failed  | SLO violated: efficiency 93.1 % is below 95 %              | SLO violated",
        "failed  | Regression: 1 of 7 figures are worse than in session a    | Regression",
        "failed  | Comparison refused: measured under other conditions | Comparison refused",
        "broken  | Run failed: collector CONNECT: refused                     | Server unavailable",
        "broken  | Run failed: collector TIMEOUT_IDLE: nothing for 60 s       | Server unavailable",
        "broken  | Run failed: insight HTTP_STATUS 503: busy                  | Server unavailable",
        "broken  | Run failed: insight HTTP_STATUS 404: pull it               | Model missing",
        "broken  | Run failed: insight HTTP_STATUS 400: no such option        | Settings wrong",
        "failed  | Run failed: insight TRUNCATED: no terminator   | Stream truncated or malformed",
        "failed  | Run failed: insight ERROR_LINE: out of memory  | Stream truncated or malformed",
        "failed  | Run failed: insight CANCELLED: stopped                     | Run cancelled",
        "skipped | Inconclusive: 3 more runs would decide                     | Inconclusive",
        "skipped | Assumption failed: Inconclusive: 3 more runs would decide  | Inconclusive",
        "failed  | Invalid measurement: the call was cold                     | Invalid measurement",
        "broken  | tr116 cannot start; 2 settings are wrong:                  | Settings wrong",
        "broken  | tr116 cannot start: the server has no model 'm'            | Preflight refused",
        "broken  | tr116 cannot start without a server:                       | Server unavailable",
        "failed  | Run failed: interrupted before a call was made             | Run cancelled",
        "failed  | Run invalid: the call was cold                             | Invalid measurement",
        "skipped | Not needed: the objectives are decided                     | Not needed",
        "failed  | Checklist of session a: 1 passed, 1 failed                 | Checklist failed",
        "broken  | Cannot invoke \"String.length()\" because it is null       | Harness error",
      })
  void messagesFallWhereTheyBelong(String status, String message, String category)
      throws IOException {
    assertThat(Categories.of(status, message)).containsExactly(category);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expected: <3> but was: <4>", "not an SLO violated: x"})
  void assertionsOfUsersAreLeftToAllure(String message) throws IOException {
    assertThat(Categories.of("failed", message)).isEmpty();
  }
}
