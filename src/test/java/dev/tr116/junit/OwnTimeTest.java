package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.RunId;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.RunStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnTimeTest {
  private static final Model MODEL = new Model("gemma3:latest");

  @Test
  void isWhatIsSpentWhileNoAgentIsAtWork() {
    var run =
        run(
            List.of(agent("collector", 100, 300), agent("insight", 110, 400)),
            List.of(agent("collector", 500, 600), agent("insight", 650, 700)));

    assertThat(OwnTime.millis(run, Duration.ofMillis(800), Duration.ofMillis(40)))
        .as("800 less 300, 100, 50 and 40")
        .isEqualTo(310.0);
  }

  @Test
  void countsAnAgentWithinAnotherOnce() {
    var run = run(List.of(agent("collector", 0, 500), agent("insight", 100, 200)), List.of());

    assertThat(OwnTime.millis(run, Duration.ofMillis(510), Duration.ZERO)).isEqualTo(10.0);
  }

  private static DualRun run(List<AgentRun> together, List<AgentRun> alone) {
    return new DualRun(
        new RunId(new CellId("multi", "structured", MODEL, "chimera-homo", "defaults"), 1),
        new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS),
        Instant.EPOCH,
        0,
        1,
        together,
        alone,
        RunStatus.OK);
  }

  private static AgentRun agent(String role, long startedMillis, long endedMillis) {
    return new AgentRun(
        new AgentRole(role),
        URI.create("http://127.0.0.1:1"),
        MODEL,
        GenerationOptions.SERVER_DEFAULTS,
        List.of(),
        startedMillis * 1_000_000,
        endedMillis * 1_000_000);
  }
}
