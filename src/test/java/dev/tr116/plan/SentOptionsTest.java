package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentOptionsTest {
  private static final GenerationOptions ASKED =
      GenerationOptions.parse("num_ctx=512,temperature=1.0,num_predict=64,top_k=40,seed=1");

  @Test
  void otherServersAreToldEverythingAsItIs() {
    assertThat(SentOptions.of(BackendChoice.OLLAMA, ASKED)).isEqualTo(ASKED);
    assertThat(leftOut(Map.of("tr116.backend", "ollama"))).isEmpty();
  }

  @Test
  void openAiIsToldWhatItHasAWordFor() {
    assertThat(SentOptions.of(BackendChoice.OPENAI, ASKED).values())
        .containsExactly(
            Map.entry("temperature", 1.0), Map.entry("max_tokens", 64L), Map.entry("seed", 1L));
  }

  @Test
  void aCapThatIsNoneIsLeftOut() {
    assertThat(SentOptions.toOpenAi(GenerationOptions.parse("num_predict=-1")).values()).isEmpty();
  }

  @Test
  void whatIsLeftOutIsNamedOnce() {
    assertThat(
            leftOut(
                Map.of(
                    "tr116.backend",
                    "openai",
                    "tr116.baseline",
                    "top_k=3,num_predict=-1",
                    "tr116.chimera",
                    "num_gpu=80,temperature=1.0,num_ctx=512")))
        .containsExactly("keep_alive", "num_ctx", "num_gpu", "num_predict", "top_k");
  }

  @Test
  void modelsHaveTheNamesTheServerGivesThem() {
    var settings =
        Settings.of(Map.of("tr116.backend", "openai", "tr116.models", "org/Some-Model,gemma3"));

    assertThat(settings.models()).containsExactly(new Model("org/Some-Model"), new Model("gemma3"));
  }

  @Test
  void suchAModelCanBeChosenAndMeasuredAgain() {
    var settings =
        Settings.of(
            Map.of(
                "tr116.backend",
                "openai",
                "tr116.models",
                "org/Some-Model",
                "tr116.only",
                "org/Some-Model/chimera-homo/2"));

    var runs = Matrix.of(settings).runs();

    assertThat(runs).hasSize(1);
    assertThat(settings.commandFor(runs.getFirst().id()))
        .contains("-Dtr116.models=org/Some-Model ")
        .contains("-Dtr116.only=org/Some-Model/chimera-homo/2");
  }

  private static java.util.List<String> leftOut(Map<String, String> given) {
    var settings = Settings.of(given);
    return SentOptions.leftOut(settings.backend(), Matrix.of(settings));
  }
}
