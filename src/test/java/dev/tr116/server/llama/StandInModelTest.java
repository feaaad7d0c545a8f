package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandInModelTest {
  @ParameterizedTest
  @CsvSource({
    "gemma3, Q4_0, gemma3-q4_0.gguf",
    "gemma3:4b-it-qat, Q4_0, gemma3-q4_0.gguf",
    "gemma3:4b-it-q4_0, Q4_0, gemma3-q4_0.gguf",
    "gemma3:4b-it-q8_0, Q8_0, gemma3-q8_0.gguf",
    "qwen2.5:7b, Q4_0, qwen2-q4_0.gguf",
    "qwen2.5:7b-instruct-q4_0, Q4_0, qwen2-q4_0.gguf",
    "qwen2.5:7b-q8_0, Q8_0, qwen2-q8_0.gguf",
    "qwen2.5:14b, Q4_0, qwen2-14b-q4_0.gguf",
    "qwen2.5:14b-instruct-q8_0, Q8_0, qwen2-14b-q8_0.gguf",
    "llama3.1:8b-instruct-q4_0, Q4_0, llama-q4_0.gguf",
    "llama3.1:8b-instruct-q8_0, Q8_0, llama-q8_0.gguf"
  })
  void aTagTellsTheQuantization(String tag, String quantization, String file) {
    var model = StandInModel.of(tag);

    assertThat(model.tag()).isEqualTo(tag.contains(":") ? tag : tag + ":latest");
    assertThat(model.quantization()).isEqualTo(quantization);
    assertThat(model.fileName()).isEqualTo(file);
    assertThat(EmbeddedEngine.has(tag)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qwen2.5:7b-instruct-q4_K_M",
        "qwen2.5:14b-instruct-q3_K_M",
        "gemma3:27b-it-q8_0",
        "gemma3:4b-it-fp16",
        "gemma3:4bq4_0",
        "qwen2.5:latest",
        "llama3.1:8b",
        "dodo:7b-q4_0"
      })
  void nothingStandsInForOthers(String tag) {
    assertThat(EmbeddedEngine.has(tag)).isFalse();
  }

  @Test
  void everyTagThatIsToldIsThere() {
    assertThat(EmbeddedEngine.availableModels())
        .doesNotHaveDuplicates()
        .allMatch(EmbeddedEngine::has)
        .startsWith("gemma3:latest", "qwen2.5:7b", "llama3.1:8b-instruct-q4_0", "qwen2.5:14b")
        .containsAll(List.of("gemma3:4b-it-qat", "gemma3:4b-it-q8_0", "llama3.1:8b-instruct-q8_0"));
  }
}
