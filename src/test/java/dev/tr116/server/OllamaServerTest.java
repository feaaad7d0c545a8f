package dev.tr116.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OllamaServerTest {
  @Test
  void saysThatItRuns() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying());
        var client = new ApiClient(server.uri())) {
      assertThat(client.get("/").body()).isEqualTo("Ollama is running");
      assertThat(client.get("/api/version").json().path("version").asText()).isEqualTo("1.2.3");
    }
  }

  @Test
  void listsItsModels() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying());
        var client = new ApiClient(server.uri())) {
      var models = client.get("/api/tags").json().path("models");

      assertThat(models)
          .extracting(model -> model.path("name").asText())
          .containsExactly("parrot:latest", "crow:7b");
      assertThat(models.path(0).path("size").asInt()).isEqualTo(1_000);
      assertThat(models.path(0).path("digest").asText()).isEqualTo("abc");
      assertThat(models.path(0).path("details").path("quantization_level").asText())
          .isEqualTo("Q4_0");
    }
  }

  @Test
  void showsOneModel() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying());
        var client = new ApiClient(server.uri())) {
      var shown = client.post("/api/show", "{\"model\":\"parrot\"}").json();

      assertThat(shown.path("model_info").path("general.architecture").asText()).isEqualTo("bird");
      assertThat(shown.path("model_info").path("bird.context_length").asInt()).isEqualTo(8192);
      assertThat(shown.path("capabilities").path(0).asText()).isEqualTo("completion");
      assertThat(shown.path("template").asText()).isEqualTo("{{ .Prompt }}");
      assertThat(client.post("/api/show", "{\"model\":\"dodo\"}").status()).isEqualTo(404);
    }
  }

  @Test
  void streamsOneLineForEachToken() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying("Pol", "ly", " wants"));
        var client = new ApiClient(server.uri())) {
      var answer = client.generate("\"model\":\"parrot\",\"prompt\":\"Hello\"");

      assertThat(answer.contentType()).isEqualTo("application/x-ndjson");
      assertThat(answer.lines()).hasSize(4);
      assertThat(answer.lines().getFirst().path("model").asText()).isEqualTo("parrot");
      assertThat(answer.lines().getFirst().path("done").asBoolean()).isFalse();
      assertThat(answer.text()).isEqualTo("Polly wants");
    }
  }

  @Test
  void tellsFiguresDerivedFromTheTokens() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying("Pol", "", " wants"));
        var client = new ApiClient(server.uri())) {
      var last = client.generate("\"model\":\"parrot\",\"prompt\":\"Hello\"").last();

      assertThat(last.path("done").asBoolean()).isTrue();
      assertThat(last.path("done_reason").asText()).isEqualTo("stop");
      assertThat(last.path("prompt_eval_count").asInt()).isEqualTo(7);
      assertThat(nanos(last, "prompt_eval_duration")).isEqualTo(Duration.ofMillis(20));
      assertThat(last.path("eval_count").asInt()).isEqualTo(3);
      assertThat(nanos(last, "eval_duration")).isEqualTo(Duration.ofMillis(20));
      assertThat(nanos(last, "load_duration")).isPositive();
      assertThat(nanos(last, "total_duration")).isGreaterThan(nanos(last, "load_duration"));
    }
  }

  @Test
  void answersWholeWhenNotToStream() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying("Pol", "ly"));
        var client = new ApiClient(server.uri())) {
      var answer = client.generate("\"model\":\"parrot\",\"prompt\":\"Hello\",\"stream\":false");

      assertThat(answer.contentType()).startsWith("application/json");
      assertThat(answer.json().path("response").asText()).isEqualTo("Polly");
      assertThat(answer.json().path("eval_count").asInt()).isEqualTo(2);
    }
  }

  @Test
  void leavesOutFiguresThatAreZero() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying());
        var client = new ApiClient(server.uri())) {
      var last = client.generate("\"model\":\"parrot\",\"prompt\":\"Hello\"").last();

      assertThat(last.has("eval_count")).isFalse();
      assertThat(last.has("eval_duration")).isFalse();
    }
  }

  @Test
  void chatsInMessages() throws IOException {
    var source = ScriptedSource.saying("Pol", "ly");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      var answer =
          client.post(
              "/api/chat",
              """
              {"model": "parrot", "messages": [{"role": "user", "content": "Who are you?"}]}
              """);

      var message = answer.lines().getFirst().path("message");
      assertThat(message.path("role").asText()).isEqualTo("assistant");
      assertThat(message.path("content").asText()).isEqualTo("Pol");
      assertThat(source.requests.getFirst().prompt())
          .hasToString("Chat[messages=[Message[role=user, content=Who are you?]]]");
    }
  }

  @Test
  void cutsTheAnswerBeforeAStopString() throws IOException {
    var source = ScriptedSource.saying("one", " END", " OF", " END", "ING");
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      var answer =
          client.generate(
              "\"model\":\"parrot\",\"prompt\":\"Count\",\"options\":{\"stop\":\"END ING\"}");
      var cut =
          client.generate(
              "\"model\":\"parrot\",\"prompt\":\"Count\",\"options\":{\"stop\":[\"X\",\"D OF\"]}");

      assertThat(answer.text()).isEqualTo("one END OF ENDING");
      assertThat(cut.text()).isEqualTo("one EN");
      assertThat(cut.last().path("eval_count").asInt()).isEqualTo(3);
      assertThat(cut.last().path("done_reason").asText()).isEqualTo("stop");
    }
  }

  private static Duration nanos(JsonNode line, String name) {
    return Duration.ofNanos(line.path(name).asLong());
  }
}
