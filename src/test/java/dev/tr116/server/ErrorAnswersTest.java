package dev.tr116.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorAnswersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"model": "dodo", "prompt": "Hi"}                          | 404 | model 'dodo' not found
          {"prompt": "Hi"}                                           | 400 | model is required
          {"model": "parrot", "prompt": 7}                           | 400 | prompt must be a string
          {"model": "parrot", "prompt": "Hi", "stream": "yes"}       | 400 | stream must be true or false
          {"model": "parrot", "prompt": "Hi", "think": true}         | 400 | "parrot" does not support thinking
          {"model": "parrot", "prompt": "Hi", "keep_alive": "5"}     | 400 | invalid keep_alive "5": write a number with a unit, e.g. 5m or 1h30m
          {"model": "parrot", "prompt": "Hi", "options": {"num_ctx": "big"}}    | 500 | option "num_ctx" must be of type integer
          {"model": "parrot", "prompt": "Hi", "options": {"temperature": true}} | 500 | option "temperature" must be of type float32
          {"model": "parrot", "prompt": "Hi", "options": {"stop": [1]}}         | 500 | option "stop" must be of type array of strings
          [1, 2]                                                     | 400 | the request body must be a JSON object
          """)
  void saysWhatIsWrongWithARequest(String body, int status, String message) throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying("Hi"));
        var client = new ApiClient(server.uri())) {
      var answer = client.post("/api/generate", body);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.json().path("error").asText()).isEqualTo(message);
    }
  }

  @Test
  void refusesWhatIsNotJson() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying("Hi"));
        var client = new ApiClient(server.uri())) {
      var answer = client.post("/api/generate", "{\"model\": ");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("error").asText()).isNotBlank();
    }
  }

  @Test
  void refusesABodyThatIsTooLarge() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying("Hi"));
        var client = new ApiClient(server.uri())) {
      var answer = client.generate("\"prompt\":\"" + "x".repeat(RequestBody.LARGEST_BYTES) + "\"");

      assertThat(answer.status()).isEqualTo(413);
    }
  }

  @Test
  void refusesOtherMethodsAndPaths() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying("Hi"));
        var client = new ApiClient(server.uri())) {
      assertThat(client.get("/api/generate").status()).isEqualTo(405);
      assertThat(client.post("/api/tags", "{}").status()).isEqualTo(405);
      assertThat(client.get("/api/unknown").status()).isEqualTo(404);
    }
  }

  @Test
  void ignoresUnknownOptions() throws IOException {
    try (var server = OllamaServer.start(0, ScriptedSource.saying("Hi"));
        var client = new ApiClient(server.uri())) {
      var answer =
          client.generate("\"model\":\"parrot\",\"prompt\":\"Hi\",\"options\":{\"wings\":\"two\"}");

      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void endsAStreamWithAnErrorLineWhenTheInferenceBreaksOff() throws IOException {
    var source =
        ScriptedSource.failing(
            () -> {
              throw new InferenceException("the bird flew away");
            });
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      var answer = client.generate("\"model\":\"parrot\",\"prompt\":\"Hi\"");
      var whole = client.generate("\"model\":\"parrot\",\"prompt\":\"Hi\",\"stream\":false");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.lines()).hasSize(2);
      assertThat(answer.last()).hasToString("{\"error\":\"the bird flew away\"}");
      assertThat(whole.status()).isEqualTo(500);
      assertThat(whole.json().path("error").asText()).isEqualTo("the bird flew away");
    }
  }

  @Test
  void answersEvenWhenTheServerItselfFails() throws IOException {
    var source =
        ScriptedSource.failing(
            () -> {
              throw new StackOverflowError();
            });
    try (var server = OllamaServer.start(0, source);
        var client = new ApiClient(server.uri())) {
      var answer = client.generate("\"model\":\"parrot\",\"prompt\":\"Hi\",\"stream\":false");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.json().path("error").asText()).contains("StackOverflowError");
    }
  }
}
