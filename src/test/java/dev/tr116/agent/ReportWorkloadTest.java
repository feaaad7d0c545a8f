package dev.tr116.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.llm.OllamaClient;
import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.StageMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Model;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.Settings;
import dev.tr116.server.script.ReceivedRequest;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReportWorkloadTest {
  /** A stalled machine makes a stage longer, never shorter. */
  private static final double LATE_MS = 5000;

  private static final Script ANALYSIS =
      Script.answer()
          .after(Duration.ofMillis(60))
          .text("speed\u001b is fine\n")
          .texts(10, Duration.ofMillis(10), "word ")
          .done();
  private static final Script REPORT =
      Script.answer(Duration.ofMillis(120), 21, Duration.ofMillis(5));

  @TempDir private Path folder;

  private final ScriptedServer first = ScriptedServer.start(Model.named("gemma3"));
  private final ScriptedServer second = ScriptedServer.start(Model.named("gemma3"));
  private final OllamaClient client = new OllamaClient();

  @BeforeEach
  void begin() throws IOException {
    Files.writeString(folder.resolve("table.csv"), "model,run\ngemma3,1\n");
    for (var server : List.of(first, second)) {
      server.when(request -> request.prompt().contains("Write a report"), REPORT).always(ANALYSIS);
    }
  }

  @AfterEach
  void end() {
    client.close();
    first.close();
    second.close();
  }

  @Test
  void eachAgentReadsAnalysesAndReports() {
    var metrics = DualRunMetrics.of(block().run(planned()));

    assertThat(metrics.succeeded()).isTrue();
    assertThat(metrics.agents()).hasSize(2).allSatisfy(ReportWorkloadTest::hasKnownTimes);
    assertThat(metrics.loss().orElseThrow().byPhase()).isPresent();
  }

  private static void hasKnownTimes(AgentMetrics agent) {
    assertThat(agent.stages())
        .extracting(StageMetrics::name)
        .containsExactly("ingest", "analysis", "report");
    var analysis = agent.stage("analysis").orElseThrow();
    var report = agent.stage("report").orElseThrow();
    assertThat(analysis.ttft().orElseThrow()).isBetween(59.0, 60 + LATE_MS);
    assertThat(analysis.wall()).isBetween(159.0, 160 + LATE_MS);
    assertThat(report.ttft().orElseThrow()).isBetween(119.0, 120 + LATE_MS);
    assertThat(report.wall()).isBetween(219.0, 220 + LATE_MS);
    assertThat(report.start()).isGreaterThan(analysis.start() + analysis.wall());

    var stages = agent.stages().stream().mapToDouble(StageMetrics::wall).sum();
    assertThat(agent.wall().orElseThrow()).isBetween(stages, stages + LATE_MS);
    assertThat(agent.phases().orElseThrow().sum())
        .isCloseTo(agent.wall().orElseThrow(), within(1e-6));
    assertThat(agent.ttft().orElseThrow())
        .isCloseTo((analysis.ttft().orElseThrow() + report.ttft().orElseThrow()) / 2, within(1e-9));
    assertThat(agent.soloStages()).extracting(StageMetrics::name).hasSize(3);
    assertThat(agent.solo().orElseThrow().levelledWall()).isPresent();
  }

  @Test
  void theSecondPromptHoldsTheFirstAnswer() {
    var run = block().run(planned());

    assertThat(first.prompts())
        .extracting(ReceivedRequest::prompt)
        .hasSize(4)
        .doesNotHaveDuplicates()
        .anySatisfy(prompt -> assertThat(prompt).contains("table.csv: columns model, run; 1 row"))
        .anySatisfy(prompt -> assertThat(prompt).contains("---\nspeed  is fine\nword word"))
        .allSatisfy(prompt -> assertThat(prompt).startsWith("Request ").doesNotContain("\u001b"));
    assertThat(run.agents().getFirst().answer())
        .startsWith("# analysis\n\nspeed")
        .contains("\n\n# report\n\n");
  }

  @Test
  void everyRunAsksTheSame() throws IOException {
    var block = block();
    block.run(planned());
    Files.writeString(folder.resolve("table.csv"), "other\n");
    Files.writeString(folder.resolve("later.md"), "# later\n");
    block.run(planned());

    assertThat(first.prompts())
        .filteredOn(prompt -> prompt.prompt().contains("benchmark artifacts"))
        .extracting(prompt -> prompt.prompt().lines().skip(1).toList())
        .hasSize(4)
        .containsOnly(first.prompts().getFirst().prompt().lines().skip(1).toList());
  }

  @Test
  void oneCallWarmsUp() {
    var outcomes = block().warmUp(matrix().cells().getFirst());

    assertThat(outcomes).hasSize(2).allMatch(agent -> agent.calls().size() == 1);
  }

  @Test
  void promptsFitIntoHalfOfTheSmallestContext() {
    assertThat(Workloads.dataCharacters(settings(Map.of()))).isEqualTo((512 / 2 - 80) * 2);
    assertThat(
            Workloads.dataCharacters(
                settings(Map.of("tr116.chimera", "num_ctx=256", "tr116.baseline", "num_ctx=2048"))))
        .isEqualTo(200);
    assertThat(Workloads.dataCharacters(settings(Map.of("tr116.chimera", "num_gpu=80"))))
        .isEqualTo(3000);
  }

  private BlockRunner block() {
    return new BlockRunner(
        AgentRuntimes.of(client),
        Workloads.of(settings(Map.of())),
        settings(Map.of()),
        List.of(first.endpoint(), second.endpoint()),
        new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS),
        "a-session");
  }

  private PlannedRun planned() {
    return matrix().runs().getFirst();
  }

  private Matrix matrix() {
    return Matrix.of(settings(Map.of()));
  }

  private Settings settings(Map<String, String> more) {
    var given = new HashMap<>(more);
    given.put("tr116.workload", "report");
    given.put("tr116.workload.folder", folder.toString());
    given.put("tr116.timeout.total", "20s");
    return Settings.of(given);
  }
}
