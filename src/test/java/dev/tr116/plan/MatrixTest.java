package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
  @Test
  void runsModelByModelInTheOrderWritten() {
    var matrix = matrix("tr116.models", "qwen2.5,gemma3", "tr116.runs", "2");

    assertThat(matrix.runs())
        .extracting(PlannedRun::displayName)
        .containsExactly(
            "qwen2.5 · baseline-vs-chimera · run 1/2",
            "qwen2.5 · baseline-vs-chimera · run 2/2",
            "qwen2.5 · chimera-homo · run 1/2",
            "qwen2.5 · chimera-homo · run 2/2",
            "gemma3 · baseline-vs-chimera · run 1/2",
            "gemma3 · baseline-vs-chimera · run 2/2",
            "gemma3 · chimera-homo · run 1/2",
            "gemma3 · chimera-homo · run 2/2");
  }

  @Test
  void labelsACellByTheOptionsUnderStudy() {
    var matrix = matrix("tr116.baseline", "top_k=1", "tr116.chimera", "num_ctx=1024");

    assertThat(matrix.cells()).extracting(cell -> cell.id().options()).containsOnly("ctx1024");
  }

  @Test
  void keepsOneCell() {
    var matrix = matrix("tr116.only", "gemma3/chimera-homo", "tr116.runs", "3");

    assertThat(matrix.runs())
        .extracting(PlannedRun::displayName)
        .containsExactly(
            "gemma3 · chimera-homo · run 1/3",
            "gemma3 · chimera-homo · run 2/3",
            "gemma3 · chimera-homo · run 3/3");
  }

  @Test
  void keepsOneRunUnderItsOwnNumber() {
    var matrix = matrix("tr116.only", "gemma3:latest/baseline-vs-chimera/4");

    assertThat(matrix.runs())
        .extracting(PlannedRun::displayName)
        .containsExactly("gemma3 · baseline-vs-chimera · run 4/5");
  }

  @ParameterizedTest
  @CsvSource({"gemma3/chimera-homo/6", "qwen2.5/chimera-homo", "gemma3/chimera-hetero"})
  void saysWhatThereIsWhenNothingIsSelected(String only) {
    assertThatThrownBy(() -> matrix("tr116.only", only))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "tr116 cannot start; one setting is wrong:%n".formatted().replace("\r", "")
                + "  - tr116.only="
                + only
                + " selects no run; this matrix has runs 1 to 5 of"
                + " gemma3/baseline-vs-chimera, gemma3/chimera-homo");
  }

  private static Matrix matrix(String... given) {
    return Matrix.of(
        Settings.of(
            given.length == 2
                ? Map.of(given[0], given[1])
                : Map.of(given[0], given[1], given[2], given[3])));
  }
}
