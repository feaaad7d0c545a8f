package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session on servers that speak OpenAI's API, from its settings to its records. */
class OpenAiBackendTest {
  /** A variable that every process has, so that its value can be looked for afterwards. */
  private static final String VARIABLE = "PATH";

  private static final String KEY = System.getenv(VARIABLE);
  private static final String MODEL = "org/Some-Model";
  private static final Duration FIRST_TOKEN = Duration.ofMillis(60);
  private static final int TOKENS = 6;
  private static final Duration GAP = Duration.ofMillis(50);

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer server =
      ScriptedServer.start(new Model(MODEL)).always(Script.answer(FIRST_TOKEN, TOKENS, GAP));

  @BeforeEach
  void measureThatServer() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint() + "/v1");
    launch.set(Property.SESSION, "s");
    launch.set(Property.OPENAI_KEY_VARIABLE, VARIABLE);
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "completions"})
  void measuresWhatTheServerTellsAndInventsNothing(String api) throws IOException {
    launch.set(Property.OPENAI_API, api);

    var tests = launch.run(ThreeRuns.class).testEvents();

    assertThat(Outcomes.messages(tests.failed())).isEmpty();
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).containsExactly("run_1", "run_2", "run_3");
    var run = json("run_1/metrics.json");
    assertThat(run.path("status").textValue()).isEqualTo("ok");
    assertThat(run.path("model").textValue()).isEqualTo(MODEL);
    assertThat(run.at("/backend/kind").textValue()).isEqualTo("scripted");
    assertThat(run.at("/summary/true_speedup").doubleValue()).isPositive();
    assertThat(run.at("/summary/loss_ms/contention").isNumber()).isTrue();
    for (var path : List.of("/agents/0/calls/0", "/agents/1/solo_calls/0")) {
      var call = run.at(path);
      assertThat(call.path("ttft_ms").doubleValue()).isGreaterThanOrEqualTo(50);
      assertThat(call.path("decode_rate_tok_s").doubleValue()).isPositive();
      assertThat(call.path("eval_count").intValue()).isEqualTo(TOKENS);
      assertThat(call.path("prompt_eval_count").intValue()).isPositive();
      assertThat(call.path("itl_ms").path("max").isNumber()).isTrue();
      assertThat(call.path("failure").isNull()).isTrue();
    }
  }

  @Test
  void whatTheServerCannotTellIsNull() throws IOException {
    launch.run(ThreeRuns.class);

    var run = json("run_2/metrics.json");
    var call = run.at("/agents/0/calls/0");
    assertThat(
            List.of(
                "server_eval_rate_tok_s",
                "prefill_rate_tok_s",
                "total_duration_ms",
                "load_duration_ms",
                "prompt_eval_duration_ms",
                "eval_duration_ms",
                "server_queue_ms",
                "cold"))
        .allSatisfy(name -> assertThat(call.get(name).isNull()).as(name).isTrue());
    assertThat(run.at("/agents/0/throughput_tok_s").isNull()).isTrue();
    assertThat(run.at("/summary/server_time_speedup").isNull()).isTrue();
    assertThat(run.at("/summary/throughput_delta").isNull()).isTrue();
    assertThat(run.at("/summary/loss_ms/contention_by_phase").valueStream())
        .isNotEmpty()
        .allMatch(JsonNode::isNull);
    assertThat(run.at("/environment/ollama").isNull()).isTrue();
  }

  @Test
  void recordsWhatWasReallySentAndSaysWhatWasNot() throws IOException {
    launch.set(Property.NUM_PREDICT, 64);

    launch.run(ThreeRuns.class);

    var sent = json("run_1/metrics.json").at("/agents/0/sent_options");
    assertThat(sent.propertyStream().map(option -> option.getKey()))
        .containsExactlyInAnyOrder("temperature", "seed", "max_tokens");
    assertThat(json("run_1/metrics.json").at("/agents/0/options/num_gpu").intValue()).isEqualTo(80);
    assertThat(json("session.json").path("options_not_sent").valueStream().map(JsonNode::asText))
        .containsExactly("keep_alive", "num_ctx", "num_gpu");
    assertThat(launch.console())
        .containsOnlyOnce(
            "not sent, since the API has no word for them: keep_alive, num_ctx, num_gpu");
    assertThat(server.prompts())
        .isNotEmpty()
        .allMatch(prompt -> !prompt.body().contains("num_") && prompt.body().contains("\"seed\""));
  }

  @Test
  void theKeyReachesTheServerAndNoFile() throws IOException {
    server.inOrder(Script.status(500, "your key " + KEY + " broke me"));

    launch.run(ThreeRuns.class);

    assertThat(server.prompts())
        .isNotEmpty()
        .allMatch(prompt -> prompt.header("Authorization").orElseThrow().equals("Bearer " + KEY));
    assertThat(launch.console()).contains("your key *** broke me").doesNotContain(KEY);
    try (var files = Files.walk(results)) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(KEY));
    }
  }

  @Test
  void violatedObjectivesFailTheCell() {
    System.setProperty("tr116.slo.decode-rate", "100000/90000");

    var tests = launch.run(ThreeRuns.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .singleElement()
        .asString()
        .contains("decode-rate");
  }

  @Test
  void nobodyThereEndsTheSessionBeforeItBegins() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      launch.set(
          Property.ENDPOINTS,
          server.endpoint() + ",http://127.0.0.1:" + socket.getLocalPort() + "/nobody");
    }

    var tests = launch.run(ThreeRuns.class);

    assertThat(Outcomes.messages(tests.allEvents().failed()))
        .isNotEmpty()
        .allSatisfy(message -> assertThat(message).contains("/nobody", "vllm serve"));
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).isEmpty();
  }

  @Test
  void aServerThatNamesItselfIsARealOne() {
    var described = ServerVersion.describe("openai", List.of("vLLM 0.11.0"));

    assertThat(described)
        .isEqualTo(
            new BackendDescription(
                "openai", Optional.of("vLLM 0.11.0"), BackendDescription.AS_SERVED));
    assertThat(described.isReal()).isTrue();
    assertThat(described.phrase()).isEqualTo("openai vLLM 0.11.0");
    assertThat(ServerVersion.describe("openai", List.of()).phrase()).isEqualTo("openai");
  }

  private JsonNode json(String end) throws IOException {
    try (var files = Files.walk(results)) {
      var file =
          files.filter(each -> each.toString().endsWith(end)).findFirst().orElseThrow().toFile();
      return new JsonMapper().readTree(file);
    }
  }

  @AgentBenchmark(
      models = MODEL,
      scenarios = "chimera-homo",
      runs = 3,
      properties = {
        "backend=openai",
        "warmup=1",
        "slo.enforce=true",
        "slo.concurrency-speedup=off",
        "slo.efficiency=off",
        "slo.ttft-p95=off",
        "slo.contention-rate=off",
        "slo.error-rate=off",
        "slo.decode-rate=2/1"
      })
  static class ThreeRuns {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }

    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict).holds();
    }
  }
}
