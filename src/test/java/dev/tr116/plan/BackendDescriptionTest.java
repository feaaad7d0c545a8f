package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendDescriptionTest {
  @Test
  void saysWhatAnsweredAndWithWhichWeights() {
    var scripted =
        new BackendDescription("scripted", Optional.empty(), BackendDescription.STAND_IN);

    assertThat(Traces.OLLAMA.phrase()).isEqualTo("ollama 0.24.0");
    assertThat(Traces.STAND_IN.phrase()).isEqualTo("embedded llama.cpp b4916, stand-in weights");
    assertThat(scripted.phrase()).isEqualTo("scripted, stand-in weights");
  }

  @ParameterizedTest
  @CsvSource({"AUTO, true, false", "TRUE, true, true", "FALSE, false, false"})
  void decidesWhetherAnObjectiveIsEnforced(
      SloEnforcement enforcement, boolean onRealServer, boolean onStandIn) {
    assertThat(enforcement.appliesTo(Traces.OLLAMA)).isEqualTo(onRealServer);
    assertThat(enforcement.appliesTo(Traces.STAND_IN)).isEqualTo(onStandIn);
  }
}
