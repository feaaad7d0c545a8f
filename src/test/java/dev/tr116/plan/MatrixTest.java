package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
  void letsRuntimesTakeTurnsRunByRun() {
    var matrix =
        matrix(
            "tr116.runtimes", "structured,async,platform",
            "tr116.scenarios", "chimera-homo",
            "tr116.models", "qwen2.5,gemma3",
            "tr116.runs", "4");

    assertThat(matrix.runs())
        .hasSize(24)
        .extracting(run -> run.id().number() + " " + run.id().cell().runtime())
        .startsWith(
            "1 structured",
            "1 async",
            "1 platform",
            "2 async",
            "2 platform",
            "2 structured",
            "3 platform",
            "3 structured",
            "3 async",
            "4 structured",
            "4 async",
            "4 platform");
    assertThat(matrix.runs().subList(0, 12))
        .extracting(run -> run.id().cell().model())
        .containsOnly(Model.named("qwen2.5"));
  }

  @Test
  void keepsTheRuntimesOfACellOnOneShard() {
    var matrix =
        matrix(
            "tr116.runtimes", "structured,async",
            "tr116.models", "qwen2.5,gemma3",
            "tr116.shard", "2/4");

    assertThat(matrix.cells())
        .extracting(cell -> cell.id().displayName())
        .containsExactly("qwen2.5 · chimera-homo", "qwen2.5 · chimera-homo · async");
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

  @Test
  void namesACellOfTheSuiteSingleByItsOptions() {
    var cell = matrix("tr116.suites", "single").cells().getFirst().id();

    assertThat(cell.displayName()).isEqualTo("gemma3 · gpu60_ctx512_temp08");
    assertThat(cell.selector()).isEqualTo("gemma3/gpu60_ctx512_temp08");
    assertThat(cell.directory())
        .isEqualTo(Path.of("single", "structured", "gemma3_latest", "gpu60_ctx512_temp08"));
    assertThat(cell.isSideBySide()).isFalse();
    assertThat(matrix("tr116.suites", "single", "tr116.only", cell.selector()).cells())
        .extracting(PlannedCell::id)
        .containsExactly(cell);
  }

  @Test
  void countsTheAgentsThatRunAtTheSameTime() {
    assertThat(matrix("tr116.suites", "single").mostAgents()).isEqualTo(1);
    assertThat(matrix("tr116.suites", "scaling").mostAgents()).isEqualTo(5);
    assertThat(matrix("tr116.agents", "3,2").mostAgents()).isEqualTo(3);
  }

  @Test
  void isSplitSoThatEveryCellIsInOneShard() {
    var given = Map.of("tr116.models", "gemma3,qwen2.5,llama3.1", "tr116.suites", "multi,single");
    var whole = Matrix.of(Settings.of(given)).cells();

    var parts =
        IntStream.rangeClosed(1, 4)
            .mapToObj(
                index -> {
                  var part = new HashMap<>(given);
                  part.put("tr116.shard", index + "/4");
                  return Matrix.of(Settings.of(part)).cells();
                })
            .toList();

    assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(whole);
    assertThat(parts).extracting(List::size).containsExactly(5, 5, 4, 4);
  }

  @Test
  void saysWhenAShardIsEmpty() {
    assertThatThrownBy(() -> matrix("tr116.shard", "3/3"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "tr116.shard=3/3: there is nothing left for this shard; the matrix has 2 cells, so"
                + " write at most that many shards");
  }

  private static Matrix matrix(String... given) {
    var properties = new HashMap<String, String>();
    for (var i = 0; i < given.length; i += 2) {
      properties.put(given[i], given[i + 1]);
    }
    return Matrix.of(Settings.of(properties));
  }
}
