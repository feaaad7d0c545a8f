package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.server.ApiClient;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same model in two quantizations, and a bigger one, inferred with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuantizationsTest {
  private static final List<String> MODELS =
      List.of("gemma3:4b-it-qat", "gemma3:4b-it-q8_0", "qwen2.5:14b");

  private EmbeddedEngine engine;
  private ApiClient client;

  @BeforeAll
  void start() {
    engine = TestModels.startEngine(List.of(0), MODELS);
    client = new ApiClient(engine.endpoints().getFirst());
  }

  @AfterAll
  void end() {
    client.close();
    engine.close();
  }

  @Test
  void tagsTellQuantizationDigestAndSize() {
    var models = client.get("/api/tags").json().path("models");

    assertThat(models).extracting(model -> model.path("name").asText()).isEqualTo(MODELS);
    assertThat(models)
        .extracting(model -> model.at("/details/quantization_level").asText())
        .containsExactly("Q4_0", "Q8_0", "Q4_0");
    assertThat(models).extracting(model -> model.path("digest").asText()).doesNotHaveDuplicates();
    assertThat(size(models, 1)).isGreaterThan(3 * size(models, 0) / 2);
    assertThat(size(models, 2)).isGreaterThan(3 * size(models, 0) / 2);
  }

  @Test
  void eachGeneratesWordsAndIsShownWhileLoaded() {
    for (var model : MODELS) {
      var answer =
          client.generate("\"model\":\"%s\",\"prompt\":\"Answer in 20 tokens.\"".formatted(model));

      assertThat(answer.text()).as(model).matches("(?s)[ -~\n]+").containsPattern(" [a-z]{3,} ");
      var listed =
          StreamSupport.stream(client.get("/api/tags").json().path("models").spliterator(), false)
              .filter(each -> each.path("name").asText().equals(model))
              .findFirst()
              .orElseThrow();
      var running = client.get("/api/ps").json().path("models").path(0);
      assertThat(running.path("name").asText()).isEqualTo(model);
      assertThat(running.path("digest")).isEqualTo(listed.path("digest"));
      assertThat(running.at("/details/quantization_level"))
          .isEqualTo(listed.at("/details/quantization_level"));
      var shown = client.post("/api/show", "{\"model\":\"%s\"}".formatted(model)).json();
      assertThat(shown.at("/details/quantization_level"))
          .isEqualTo(listed.at("/details/quantization_level"));
    }
  }

  private static long size(JsonNode models, int index) {
    return models.path(index).path("size").asLong();
  }
}
