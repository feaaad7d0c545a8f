package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.server.script.Answer;
import dev.tr116.server.script.DecodeRate;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.SharedGpu;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Agents on a device that follows the Universal Scalability Law with sigma 0.1 and kappa 0.02: the
 * first token after 100 ms, then 40 tokens in 200 ms alone. N agents then need 300 (1 + 0.1 (N - 1)
 * + 0.02 N (N - 1)) ms, so each decodes 1.21, 1.48 and 1.81 times slower beside one, two and three.
 */
@Timeout(120)
class ScalingSuiteTest {
  private static final Answer ANSWER =
      Answer.of(Duration.ofMillis(100), 41, DecodeRate.of(200).slowedBy(1.21, 1.48, 1.81));

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final SharedGpu gpu = new SharedGpu();
  private final List<ScriptedServer> servers =
      Stream.generate(() -> ScriptedServer.start(Model.named("gemma3"))).limit(4).toList();

  @BeforeEach
  void measureThoseServers() {
    servers.forEach(server -> server.always(Script.answer().generate(gpu.slot(), ANSWER).done()));
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "night");
    launch.set(Property.RUNS, 3);
  }

  @AfterEach
  void close() {
    servers.forEach(ScriptedServer::close);
  }

  @Test
  void moreAndMoreAgentsAreComparedAndTheBestNumberNamed() throws IOException {
    launch.set(Property.AGENTS, "1,2,3,4");
    useServers(4);

    launch.run(Scaled.class).testEvents().assertStatistics(e -> e.succeeded(16).failed(0));

    var session = new SessionFiles(results.resolve("night"));
    var scaling = session.summary().at("/scaling/0");
    assertThat(scaling.at("/by_agents")).hasSize(4);
    // What the law makes of exact figures is tested where it is fitted; a busy machine has none.
    var speedups =
        IntStream.range(0, 4)
            .mapToDouble(i -> scaling.at("/by_agents/" + i + "/true_speedup/mean").doubleValue())
            .toArray();
    assertThat(speedups[0]).isCloseTo(1, within(0.25));
    assertThat(speedups[3]).isGreaterThan(speedups[0]).isLessThan(4);
    assertThat(scaling.at("/by_agents/3/mean_slowdown/mean").doubleValue()).isGreaterThan(1);
    assertThat(scaling.at("/by_agents/3/fairness/mean").doubleValue()).isBetween(0.25, 1.0);
    assertThat(scaling.at("/usl/sigma").doubleValue()).isBetween(0.0, 1.0);
    assertThat(scaling.at("/usl/kappa").doubleValue()).isBetween(0.0, 1.0);
    assertThat(scaling.at("/usl/r_squared").isNumber()).isTrue();
    assertThat(scaling.at("/usl/sigma_interval")).hasSize(2);
    var best = scaling.at("/best/agents").intValue();
    assertThat(speedups[best - 1]).isEqualTo(Arrays.stream(speedups).max().orElseThrow());
    assertThat(session.page())
        .contains("## Scaling, gemma3 (gpu80_ctx512_temp10)", "best N " + best);
    assertThat(launch.console()).contains("gemma3 · scaling: best N " + best, "USL: sigma 0.");
    assertThat(session.table()).hasSize(12);
    assertThat(session.table().getLast().get("agents")).isEqualTo("4");
    assertThat(session.table().getLast().get("agent-4_slowdown")).isNotEmpty();
  }

  @Test
  void limitsThatNeedTwoAgentsAreHeldAgainstTwoOnly() throws IOException {
    launch.set(Property.AGENTS, "1,2,3");
    useServers(3);

    launch.run(Scaled.class);

    var runs = new SessionFiles(results.resolve("night")).records("scaling");
    var alone = runs.get(0);
    var pair = runs.get(3);
    var three = runs.get(6);
    assertThat(alone.at("/verdicts").findValuesAsText("slo"))
        .containsExactly("ttft-p95", "error-rate");
    assertThat(alone.at("/summary/resource_contention_detected").isNull()).isTrue();
    assertThat(pair.at("/verdicts").findValuesAsText("slo"))
        .contains("concurrency-speedup", "efficiency", "contention-rate");
    assertThat(three.at("/verdicts").findValuesAsText("slo"))
        .contains("efficiency", "contention-rate")
        .doesNotContain("concurrency-speedup");
  }

  @Test
  void agentsAreDealtToFewerServersInTurn() {
    launch.set(Property.AGENTS, "3");
    launch.set(Property.RUNS, 1);
    useServers(2);

    launch.run(Scaled.class).testEvents().assertStatistics(e -> e.failed(0));

    // Warm-up, alone and together: two of three agents on the first server.
    assertThat(servers.getFirst().prompts()).hasSize(6);
    assertThat(servers.get(1).prompts()).hasSize(3);
  }

  @Test
  void saysWhyThereIsNoFit() throws IOException {
    launch.set(Property.AGENTS, "1,2");
    launch.set(Property.RUNS, 1);
    useServers(2);

    launch.run(Scaled.class);

    var scaling = new SessionFiles(results.resolve("night")).summary().at("/scaling/0");
    assertThat(scaling.at("/usl").isNull()).isTrue();
    assertThat(scaling.at("/usl_missing").textValue())
        .startsWith("the law needs at least 3 different numbers of agents");
    assertThat(scaling.at("/best/recommended").isNull()).isTrue();
  }

  private void useServers(int count) {
    launch.set(
        Property.ENDPOINTS,
        servers.stream()
            .limit(count)
            .map(server -> server.endpoint().toString())
            .collect(Collectors.joining(",")));
  }

  @AgentBenchmark(
      models = "gemma3",
      properties = {
        "suites=scaling",
        "backend=ollama",
        "rerun=off",
        "preflight=off",
        "slo.enforce=false"
      })
  static class Scaled {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }

    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict.cell().measured()).isNotEmpty();
    }
  }
}
