package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of scenarios with other roles and options, on one server for all and on two. */
@Timeout(60)
class OwnScenariosTest {
  private static final Script QUICK = Script.answer(Duration.ofMillis(20), 5, Duration.ofMillis(2));

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer first = ScriptedServer.start(Model.named("gemma3")).always(QUICK);
  private final ScriptedServer second = ScriptedServer.start(Model.named("gemma3")).always(QUICK);

  @BeforeEach
  void keepResultsApart() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "night");
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void threeRolesWithOptionsOfTheirOwn(int servers) throws IOException {
    useServers(servers);

    launch.run(ThreeReaders.class).testEvents().assertStatistics(e -> e.succeeded(1));

    var run = theRun();
    assertThat(run.path("scenario").textValue()).isEqualTo("readers");
    assertThat(run.at("/agents").findValuesAsText("role"))
        .containsExactly("collector", "insight", "critic");
    assertThat(run.at("/agents/0/sent_options/num_ctx").intValue()).isEqualTo(512);
    assertThat(run.at("/agents/1/sent_options/num_ctx").intValue()).isEqualTo(1024);
    assertThat(run.at("/agents/2/options")).isEmpty();
    assertThat(run.at("/agents/1/endpoint").textValue())
        .isEqualTo((servers == 1 ? first : second).endpoint().toString());
    assertThat(run.at("/agents/2/endpoint").textValue()).isEqualTo(first.endpoint().toString());
    assertThat(run.at("/summary/true_speedup").isNumber()).isTrue();
    var row = new SessionFiles(results.resolve("night")).table().getFirst();
    assertThat(row.get("critic_ttft_ms")).isNotEmpty();
    assertThat(row.get("agents")).isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void chimeraHeteroHasTwoSetsOfOptions(int servers) throws IOException {
    useServers(servers);

    launch.run(Hetero.class).testEvents().assertStatistics(e -> e.succeeded(1));

    var run = theRun();
    assertThat(run.path("options").textValue())
        .isEqualTo("gpu80_ctx512_temp10-gpu60_ctx1024_temp08");
    assertThat(run.at("/agents/0/options/num_gpu").intValue()).isEqualTo(80);
    assertThat(run.at("/agents/1/options/num_gpu").intValue()).isEqualTo(60);
  }

  @Test
  void aSessionOfSeveralLabelsCanBeComparedWith() {
    useServers(2);
    launch.run(Hetero.class);
    launch.set(Property.SESSION, "after");
    launch.set(Property.COMPARE, "night");

    launch.run(Hetero.class).testEvents().assertStatistics(e -> e.succeeded(1).failed(0));

    assertThat(launch.console()).contains("compared with session night");
  }

  private JsonNode theRun() throws IOException {
    return new SessionFiles(results.resolve("night")).records("multi").getFirst();
  }

  private void useServers(int count) {
    launch.set(Property.ENDPOINTS, first.endpoint() + (count == 1 ? "" : "," + second.endpoint()));
  }

  @AgentBenchmark(
      models = "gemma3",
      runs = 1,
      properties = {"backend=ollama", "warmup=0", "preflight=off"})
  @AgentScenario(
      name = "readers",
      agents = {"collector: num_ctx=512", "insight: num_ctx=1024,temperature=0.2", "critic:"})
  static class ThreeReaders {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-hetero",
      runs = 1,
      properties = {"backend=ollama", "warmup=0", "preflight=off"})
  static class Hetero {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }
}
