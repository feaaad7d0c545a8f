package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.plan.Property;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.Terminator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run whose calls all succeed and whose figures cannot be trusted. */
class InvalidRunTest {
  static final Script COLD =
      Script.answer()
          .after(Duration.ofMillis(30))
          .text("late")
          .done(
              Terminator.of("stop")
                  .load(Duration.ofMillis(300))
                  .prompt(20, Duration.ofMillis(10))
                  .eval(1, Duration.ofMillis(1))
                  .totalWithQueue(Duration.ZERO));

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer server = ScriptedServer.start().always(COLD);

  @BeforeEach
  void measureThatServer() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint());
    launch.set(Property.SESSION, "s");
    launch.set(Property.CALIBRATION, "20");
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void failsWithTheReasonAndIsKept() throws IOException {
    var tests = launch.run(FailedRunTest.TwoRuns.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("Run invalid: collector was cold: its server loaded the model for 300 ms")
        .contains("recorded: " + results);
    assertThat(Outcomes.messages(tests.failed()).getLast()).startsWith("Invalid measurement: ");

    var record = results.resolve("s");
    try (var files = Files.walk(record)) {
      var json =
          new JsonMapper()
              .readTree(
                  files
                      .filter(file -> file.endsWith("run_1/metrics.json"))
                      .findFirst()
                      .orElseThrow()
                      .toFile());
      assertThat(json.path("status").textValue()).isEqualTo("invalid");
      assertThat(json.path("invalid_because").get(0).textValue()).startsWith("collector was cold");
      assertThat(json.at("/calibration/calls").intValue()).isEqualTo(20);
      assertThat(json.at("/calibration/ttft_error_us_p50").doubleValue()).isPositive();
      assertThat(json.at("/calibration/ttft_error_us_p99").isNull()).isTrue();
      assertThat(json.at("/calibration/gc_ms").isNumber()).isTrue();
    }
  }
}
