package dev.tr116.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.agent.AgentRuntimes;
import dev.tr116.exec.Programs;
import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.Settings;
import dev.tr116.trace.Calibration;
import dev.tr116.trace.FailureKind;
import java.util.Map;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalibratorTest {
  private static final Offset<Double> EXACTLY = within(1e-6);

  @Test
  void measuresTheClientBesideAsManyAgentsAsThereWillBe() {
    try (var client = new OllamaClient();
        var calibrator = new Calibrator(AgentRuntimes.of(client), "structured", 3)) {
      calibrator.warmUp();

      var calibration = calibrator.calibrate(20).orElseThrow();

      assertThat(calibration.agents()).isEqualTo(3);
      assertThat(calibration.calls()).as("whole rounds of three").isEqualTo(21);
      assertThat(calibration.ttft().p50()).as("us; nothing takes no time").isPositive();
      assertThat(calibration.ttft().p99()).as("needs 299 calls").isEmpty();
    }
  }

  @Test
  void measuresEachRuntimeOfASessionByItself() {
    var settings =
        Settings.of(
            Map.of(
                "tr116.runtimes", "structured,async,event-loop,exec:java",
                "tr116.exec.java", "{java} -cp {classpath} dev.tr116.exec.JavaProgram",
                "tr116.calibration", "10"));

    try (var client = new OllamaClient();
        var runtimes = new AgentRuntimes(client, new Programs(settings.programs()));
        var calibrators = Calibrators.of(runtimes, settings, 2)) {
      assertThat(calibrators.all())
          .containsOnlyKeys("structured", "async", "event-loop", "exec:java");
      assertThat(calibrators.of("async")).isNotEqualTo(calibrators.of("structured"));
      assertThat(calibrators.of("platform")).as("was not asked for").isEmpty();
      assertThat(calibrators.of("exec:java").orElseThrow().calls()).isEqualTo(10);
    }
  }

  @Test
  void measuresNothingOnAnInterruptedThread() {
    try (var client = new OllamaClient();
        var calibrator = new Calibrator(AgentRuntimes.of(client), "structured", 2)) {
      Thread.currentThread().interrupt();

      assertThat(calibrator.calibrate(20)).isEmpty();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void comparesTheClientsStampsWithTheServersOwn() {
    var sample = new ErrorSample();

    // The client saw 100 ms and 1000 ms, the server says 99.3 and 1000.2.
    sample.add(Traces.call().server(1100, 0, 99.3, 1000.2).build());

    var calibration = sample.calibration(2);
    assertThat(calibration.ttft().p50()).isEqualTo(700, EXACTLY);
    assertThat(calibration.chunk().p50()).isEqualTo(200, EXACTLY);
  }

  @Test
  void givesA99thPercentileFrom299Calls() {
    assertThat(of(298).ttft().p99()).isEmpty();
    assertThat(of(299).ttft().p99()).isEqualTo(OptionalDouble.of(700));
  }

  @Test
  void leavesOutACallThatFailed() {
    var sample = new ErrorSample();

    sample.add(Traces.call().failed(FailureKind.CANCELLED, "stopped").build());

    assertThat(sample.calls()).isZero();
  }

  private static Calibration of(int calls) {
    var sample = new ErrorSample();
    for (var i = 0; i < calls; i++) {
      sample.add(Traces.call().server(1100, 0, 99.3, 1000).build());
    }
    return sample.calibration(2);
  }
}
