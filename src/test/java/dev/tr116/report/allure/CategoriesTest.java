package dev.tr116.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.trace.FailureKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {
  private static Stream<String> failedRuns() {
    return Arrays.stream(FailureKind.values())
        .flatMap(kind -> kind == FailureKind.HTTP_STATUS ? statuses() : Stream.of(kind.name()))
        .flatMap(
            kind ->
                Stream.of(
                    "Run failed: collector " + kind + ": it was 404 or 500\non two lines",
                    "Run failed: insight-2 " + kind,
                    "Run failed: " + kind + ": why"));
  }

  private static Stream<String> statuses() {
    return Stream.of("302", "400", "401", "404", "429", "500", "503").map("HTTP_STATUS "::concat);
  }

  @Test
  void everyWayToFailHasOneCategory() {
    assertThat(failedRuns())
        .allSatisfy(
            message -> {
              assertThat(categories("broken", message)).hasSize(1).doesNotContain("Harness error");
              assertThat(categories("failed", message)).hasSize(1);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failed  | SLO violated: efficiency 93.1 % is below 95 %              | SLO violated",
        "failed  | Regression: 1 of 7 figures are worse than in session a    | Regression",
        "failed  | Comparison refused: measured under other conditions       | Regression",
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
        "broken  | tr116 cannot start: 2 settings are wrong                   | Settings wrong",
        "broken  | Cannot invoke \"String.length()\" because it is null       | Harness error",
      })
  void messagesFallWhereTheyBelong(String status, String message, String category)
      throws IOException {
    assertThat(categories(status, message)).containsExactly(category);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expected: <3> but was: <4>", "not an SLO violated: x"})
  void assertionsOfUsersAreLeftToAllure(String message) throws IOException {
    assertThat(categories("failed", message)).isEmpty();
  }

  /** Allure 2 matches the whole message, Allure 3 searches in it: both must agree. */
  private static List<String> categories(String status, String message) throws IOException {
    var whole =
        names(status, regex -> Pattern.compile(regex, Pattern.DOTALL).matcher(message).matches());
    var part = names(status, regex -> Pattern.compile(regex).matcher(message).find());
    assertThat(part).isEqualTo(whole);
    return whole;
  }

  private static List<String> names(String status, Predicate<String> matches) throws IOException {
    try (var stream = CategoriesTest.class.getResourceAsStream("categories.json")) {
      return StreamSupport.stream(new JsonMapper().readTree(stream).spliterator(), false)
          .filter(
              c -> c.get("matchedStatuses").valueStream().anyMatch(s -> s.asText().equals(status)))
          .filter(c -> matches.test(c.get("messageRegex").asText()))
          .map((JsonNode c) -> c.get("name").asText())
          .toList();
    }
  }
}
