package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  @ParameterizedTest
  @CsvSource({
    "gemma3/chimera-homo, gemma3, chimera-homo, -1",
    "gemma3/chimera-homo/2, gemma3, chimera-homo, 2",
    "hf.co/org/model:Q4/chimera-homo, hf.co/org/model:Q4, chimera-homo, -1",
    "hf.co/org/model:Q4/chimera-homo/10000, hf.co/org/model:Q4, chimera-homo, 10000",
    "host:5000/m/baseline-vs-chimera/1, host:5000/m, baseline-vs-chimera, 1"
  })
  void readsAModelThatMayHoldSlashes(String text, String model, String scenario, int run) {
    var only = Selection.parse(text);

    assertThat(only.model()).isEqualTo(model);
    assertThat(only.scenario()).isEqualTo(scenario);
    assertThat(only.run().orElse(-1)).isEqualTo(run);
    assertThat(only).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gemma3",
        "gemma3/",
        "/chimera-homo",
        "gemma3/Chimera",
        "gemma3/chimera-homo/0",
        "gemma3/chimera-homo/02",
        "gemma3/chimera-homo/-1",
        "gemma3/chimera-homo/100000",
        "gemma3/chimera-homo/2/"
      })
  void saysHowToChoose(String text) {
    assertThatThrownBy(() -> Selection.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'%s' chooses nothing; write model/scenario or model/scenario/run,"
                + " e.g. gemma3/chimera-homo/2",
            text);
  }

  @ParameterizedTest
  @CsvSource({
    "gemma3/chimera-homo, true",
    "gemma3:latest/chimera-homo, true",
    "gemma3/chimera-homo/2, true",
    "gemma3/chimera-homo/3, false",
    "gemma3/baseline-vs-chimera, false",
    "qwen2.5/chimera-homo/2, false"
  })
  void includesARunByModelScenarioAndNumber(String text, boolean included) {
    assertThat(Selection.parse(text).includes(Traces.id(2))).isEqualTo(included);
  }
}
