package dev.tr116.server.llama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.server.ApiClient;
import dev.tr116.server.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedEngineTest {
  private static final String LLAMA = "\"model\":\"llama3.1:8b-instruct-q4_0\"";

  private int takenPort;
  private EmbeddedEngine engine;
  private ApiClient client;

  @BeforeAll
  void start() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      takenPort = taken.getLocalPort();
      engine = TestModels.startEngine(List.of(0, takenPort), TestModels.ONE_PER_ARCHITECTURE);
    }
    client = new ApiClient(engine.endpoints().getFirst());
  }

  @AfterAll
  void end() {
    client.close();
    engine.close();
  }

  @Test
  void serversListTheModelsAskedFor() throws IOException {
    for (var endpoint : engine.endpoints()) {
      try (var each = new ApiClient(endpoint)) {
        assertThat(each.get("/api/tags").json().path("models"))
            .extracting(model -> model.path("name").asText())
            .containsExactly("gemma3:latest", "qwen2.5:7b", "llama3.1:8b-instruct-q4_0");
        assertThat(each.get("/api/version").json().path("version").asText())
            .isEqualTo("0.0.0-embedded-b4916");
      }
    }
    assertThat(engine.description().phrase())
        .isEqualTo("embedded llama.cpp b4916, stand-in weights");
  }

  @Test
  void aTakenPortIsReplacedByAFreeOne() {
    assertThat(engine.endpoints())
        .hasSize(2)
        .doesNotHaveDuplicates()
        .extracting(URI::getPort)
        .doesNotContain(takenPort, 0);
  }

  @Test
  void modelsAreUnknownUnlessAskedFor() {
    var answer = client.generate("\"model\":\"gemma3:4b-it-q8_0\",\"prompt\":\"Hi\"");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.last().path("error").asText())
        .startsWith("model 'gemma3:4b-it-q8_0' not found; the embedded engine serves")
        .contains("qwen2.5:7b-instruct-q8_0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemma3", "qwen2.5:7b", "llama3.1:8b-instruct-q4_0"})
  void everyArchitectureStreamsWords(String model) {
    var answer =
        client.generate(
            "\"model\":\"%s\",\"prompt\":\"Answer in 20 tokens.\",\"options\":{\"seed\":3}"
                .formatted(model));

    var last = answer.last();
    assertThat(last.path("done_reason").asText()).isEqualTo("stop");
    assertThat(last.path("eval_count").asInt())
        .isBetween(17, 23)
        .isEqualTo(answer.lines().size() - 1);
    assertThat(last.path("prompt_eval_count").asInt()).isBetween(8, 40);
    assertThat(last.path("prompt_eval_duration").asLong()).isPositive();
    assertThat(last.path("eval_duration").asLong()).isPositive();
    assertThat(answer.text()).matches("(?s)[ -~\n]+").containsPattern(" [a-z]{3,} ");
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    var first = speak(5, "");
    var second = speak(5, "");
    var other = speak(6, "");

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.last().path("eval_count")).isEqualTo(first.last().path("eval_count"));
    assertThat(other.text()).isNotEqualTo(first.text());
  }

  @Test
  void numPredictCutsTheAnswer() {
    var last = speak(5, ",\"num_predict\":3").last();

    assertThat(last.path("eval_count").asInt()).isEqualTo(3);
    assertThat(last.path("done_reason").asText()).isEqualTo("length");
  }

  @Test
  void aStopStringCutsTheAnswer() {
    var whole = speak(5, "").text();
    var stop = whole.substring(20, 24);
    var cut = speak(5, ",\"stop\":\"%s\"".formatted(stop.replace("\n", "\\n")));

    assertThat(cut.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
    assertThat(cut.last().path("done_reason").asText()).isEqualTo("stop");
    assertThat(speak(5, "").text()).as("the runner is free again").isEqualTo(whole);
  }

  @Test
  void anotherContextLengthLoadsTheModelAgain() {
    client.generate(LLAMA + ",\"options\":{\"num_ctx\":512}");
    assertThat(running().path(0).path("context_length").asInt()).isEqualTo(512);
    client.generate(LLAMA + ",\"options\":{\"num_ctx\":1024}");
    assertThat(running().path(0).path("context_length").asInt()).isEqualTo(1024);
  }

  @Test
  void aPromptLongerThanTheContextIsCut() {
    var prompt = "count the words ".repeat(200) + " Answer in 2 tokens.";
    var last =
        client
            .generate(LLAMA + ",\"prompt\":\"%s\",\"options\":{\"num_ctx\":256}".formatted(prompt))
            .last();

    assertThat(last.path("prompt_eval_count").asInt()).isBetween(128, 255);
  }

  @Test
  void unloadingEndsTheRunner() {
    client.generate(LLAMA + ",\"prompt\":\"Answer in 2 tokens.\",\"keep_alive\":0");

    assertThat(running()).isEmpty();
    Await.until("no runner left", () -> runners() == 0);
  }

  @Test
  void aClientThatLeavesFreesTheRunner() throws IOException {
    client.generate(LLAMA);
    try (var stream =
        client.open("/api/generate", "{" + LLAMA + ",\"prompt\":\"Answer in 3000 words.\"}")) {
      assertThat(stream.read()).isEqualTo('{');
    }

    var last = speak(5, "").last();
    var evaluation = last.path("eval_duration").asLong();
    var wholeOfTheOther = evaluation / (last.path("eval_count").asLong() - 1) * 3000;
    assertThat(last.path("total_duration").asLong()).isLessThan(wholeOfTheOther);
  }

  @Test
  void aRunnerThatDiesBreaksTheStreamOff() throws IOException {
    client.generate(LLAMA);
    try (var stream =
        client.open("/api/generate", "{" + LLAMA + ",\"prompt\":\"Answer in 900 words.\"}")) {
      assertThat(stream.read()).isEqualTo('{');
      ProcessHandle.current()
          .descendants()
          .filter(EmbeddedEngineTest::isRunner)
          .forEach(ProcessHandle::destroyForcibly);

      assertThat(new String(stream.readAllBytes(), UTF_8).lines().toList().getLast())
          .contains("\"error\":\"model runner has unexpectedly stopped");
    }
    assertThat(speak(5, "").status()).as("loaded again").isEqualTo(200);
  }

  private ApiClient.Answer speak(int seed, String options) {
    return client.generate(
        LLAMA
            + ",\"prompt\":\"Answer in 30 tokens.\",\"options\":{\"seed\":%d%s}"
                .formatted(seed, options));
  }

  private JsonNode running() {
    return client.get("/api/ps").json().path("models");
  }

  private static long runners() {
    return ProcessHandle.current().descendants().filter(EmbeddedEngineTest::isRunner).count();
  }

  private static boolean isRunner(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(RunnerMain.class.getName());
  }
}
