package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTest {
  @ParameterizedTest
  @CsvSource({
    "gemma3, gemma3:latest, gemma3, gemma3_latest",
    "gemma3:latest, gemma3:latest, gemma3, gemma3_latest",
    "qwen2.5, qwen2.5:7b, qwen2.5, qwen2p5_7b",
    "llama3.1, llama3.1:8b-instruct-q4_0, llama3.1, llama3p1_8b_q4_0",
    "mistral, mistral:latest, mistral:latest, mistral_latest",
    "qwen2.5:14b, qwen2.5:14b, qwen2.5:14b, qwen2p5_14b",
    "phi4-mini:3.8b, phi4-mini:3.8b, phi4-mini:3.8b, phi4-mini_3p8b"
  })
  void knowsShortNamesTagsAndFolders(String written, String tag, String shown, String folder) {
    var model = Model.named(written);

    assertThat(model.tag()).isEqualTo(tag);
    assertThat(model.displayName()).isEqualTo(shown).isEqualTo(model.toString());
    assertThat(model.slug()).isEqualTo(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "hf.co/org/model, hf.co/org/model:latest",
    "hf.co/org/model:Q4_K_M, hf.co/org/model:Q4_K_M",
    "host:5000/org/model, host:5000/org/model:latest"
  })
  void looksForATagBehindTheLastSlash(String written, String tag) {
    assertThat(Model.named(written).tag()).isEqualTo(tag);
  }

  static Stream<String> hostileNames() {
    return Stream.of(
        "..",
        ".",
        "../../etc/passwd",
        "/etc/passwd",
        "..\\..\\windows",
        "C:\\windows",
        "a/../../b",
        "a\0b",
        "a\nb",
        "\u001b[31mred",
        "a b",
        "naïve",
        "模型",
        "-rf",
        ".hidden",
        "con:",
        ":",
        "x".repeat(300),
        "..".repeat(150));
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void neverLeavesItsFolder(String name) {
    var slug = Model.named(name).slug();

    assertThat(slug).matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}");
    assertThat(Path.of("session", slug, "run_1").normalize())
        .isEqualTo(Path.of("session").resolve(slug).resolve("run_1"));
  }

  @Test
  void keepsHostileNamesApart() {
    var slugs = hostileNames().map(name -> Model.named(name).slug()).toList();

    assertThat(slugs).doesNotHaveDuplicates();
    assertThat(new Model("a/b:c").slug()).isNotEqualTo(new Model("a_b:c").slug());
    assertThat(new Model("x".repeat(300)).slug()).isNotEqualTo(new Model("x".repeat(301)).slug());
  }

  @ParameterizedTest
  @CsvSource({"''", "' '"})
  void needsATag(String tag) {
    assertThatThrownBy(() -> new Model(tag))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a model needs a tag, e.g. gemma3:latest");
  }

  @Test
  void sortsByTag() {
    assertThat(Stream.of("b", "a:2", "a:1").map(Model::named).sorted().map(Model::tag))
        .containsExactly("a:1", "a:2", "b:latest");
  }
}
