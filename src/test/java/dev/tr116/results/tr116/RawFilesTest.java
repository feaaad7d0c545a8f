package dev.tr116.results.tr116;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Result files in the form of both harnesses, whole and damaged. */
class RawFilesTest {
  private static final String RUST =
      """
      {"collector": {"config": {"model": "gemma3:latest", "options": {"num_ctx": 512}},
         "execution_time_s": 10.0,
         "result": {"llm_calls": [{"metrics": %s}, {"metrics": %s}]}},
       "insight": {"config": {"model": "gemma3:latest", "options": {}},
         "execution_time_s": 8.0,
         "result": {"llm_calls": [{"metrics": %s}]}},
       "run_number": 3, "scenario": "baseline_vs_chimera",
       "summary": {"concurrency_speedup": 1.8, "efficiency_percent": 90.0,
         "concurrent_wall_time_s": 10.0, "sequential_estimated_s": 18.0,
         "throughput_delta": 5.0, "ttft_delta_ms": 100.0, "resource_contention_detected": false}}
      """;
  private static final String CALL =
      """
      {"throughput_tokens_per_sec": 20.0, "ttft_ms": 300.0, "tokens_generated": 80,
       "prompt_eval_duration_ms": 50.0, "eval_duration_ms": 4000.0, "load_duration_ms": 200.0}
      """;
  private static final String UNCOUNTED =
      """
      {"throughput_tokens_per_sec": 0.0, "ttft_ms": 200.0, "tokens_generated": 0,
       "prompt_eval_duration_ms": 0.0, "eval_duration_ms": 0.0, "load_duration_ms": 0.0}
      """;
  private static final String PYTHON =
      """
      {"run_number": 1, "scenario": "chimera_homo",
       "collector": {"options": {"num_ctx": 2048}, "metrics": {"tokens_generated": 40,
         "throughput_tokens_per_sec": 10.0, "ttft_ms": 50.0, "total_duration_ms": 4050.0,
         "wall_clock_ms": 4400.0}},
       "insight": {"options": {}, "metrics": {"tokens_generated": 60,
         "throughput_tokens_per_sec": 12.0, "ttft_ms": 30.0, "total_duration_ms": 5030.0,
         "wall_clock_ms": 5400.0}},
       "concurrent_wall_time_ms": 5500.0, "sequential_estimate_ms": 9080.0,
       "concurrency_speedup": 1.6509, "efficiency_percent": 82.545,
       "throughput_delta": 2.0, "ttft_delta_ms": -20.0}
      """;

  @TempDir Path folder;

  @Test
  void aRunOfTheRustHarnessGoesThroughTheMetricsOfLiveRuns() throws IOException {
    var run = Tr116Import.dual(file(RUST.formatted(CALL, CALL, CALL)));

    assertThat(run.id().key())
        .isEqualTo("multi/rust/gemma3:latest/baseline-vs-chimera/gpu80_ctx512_temp10/run_3");
    var metrics = run.metrics().orElseThrow();
    assertThat(metrics.concurrencySpeedup()).hasValue(1.8);
    assertThat(metrics.efficiencyPercent()).hasValue(90);
    assertThat(metrics.serverTimeSpeedup().orElseThrow()).isCloseTo(3 * 4.05 / 10, within(1e-9));
    assertThat(metrics.throughputDelta()).hasValue(0);
    assertThat(run.collector().contextLength()).hasValue(512);
    assertThat(run.insight().contextLength()).isEmpty();
  }

  @Test
  void aCallWithoutFinalCountsIsCountedAndGivesNoRate() throws IOException {
    var run = Tr116Import.dual(file(RUST.formatted(CALL, UNCOUNTED, CALL)));

    assertThat(run.callsWithoutFinalMetrics()).isEqualTo(1);
    assertThat(run.collector().throughput()).as("as its harness averages").hasValue(10);
    var metrics = run.metrics().orElseThrow();
    assertThat(metrics.throughputDelta()).isEmpty();
    assertThat(metrics.serverTimeSpeedup()).isEmpty();
    assertThat(metrics.concurrencySpeedup()).hasValue(1.8);
  }

  @Test
  void aRunOfThePythonHarnessKeepsItsOwnSpeedupUnderItsOwnName() throws IOException {
    var run = Tr116Import.dual(file("qwen2p5_7b", PYTHON));

    assertThat(run.model()).isEqualTo("qwen2.5");
    var metrics = run.metrics().orElseThrow();
    assertThat(metrics.serverTimeSpeedup().orElseThrow())
        .isCloseTo(run.stored().speedup().orElseThrow(), within(1e-4));
    assertThat(metrics.concurrencySpeedup().orElseThrow()).isCloseTo(9.8 / 5.5, within(1e-9));
    assertThat(metrics.throughputDelta()).hasValue(-2);
    assertThat(metrics.ttftDelta()).hasValue(20);
    assertThat(run.stored().contention()).isEmpty();
  }

  @Test
  void aRunOfThePythonHarnessNeedsAFolderThatNamesItsModel() throws IOException {
    var path = file("elsewhere", PYTHON);

    assertThatThrownBy(() -> Tr116Import.dual(path))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("names no model, and none of its folders does; put it below one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"concurrent_wall_time_s\": 10.0, | '' | lacks concurrent_wall_time_s",
        "\"concurrent_wall_time_s\": 10.0 | \"concurrent_wall_time_s\": 0.0 | concurrent_wall_time_s is 0; a run takes time",
        "\"concurrent_wall_time_s\": 10.0 | \"concurrent_wall_time_s\": -3 | concurrent_wall_time_s is -3000.0 ms",
        "\"concurrent_wall_time_s\": 10.0 | \"concurrent_wall_time_s\": 7 | an agent took 10000.0 ms of a run of 7000.0 ms",
        "\"concurrent_wall_time_s\": 10.0 | \"concurrent_wall_time_s\": NaN | is no JSON, or was cut off",
        "\"concurrent_wall_time_s\": 10.0 | \"concurrent_wall_time_s\": \"10\" | lacks summary.concurrent_wall_time_s",
        "\"tokens_generated\": 80 | \"tokens_generated\": -80 | tokens_generated is -80.0 tokens",
        "\"tokens_generated\": 80 | \"tokens_generated\": 8e11 | tokens_generated is 8.0E11 tokens",
        "\"eval_duration_ms\": 4000.0 | \"eval_duration_ms\": null | lacks eval_duration_ms",
        "\"run_number\": 3 | \"run_number\": 0 | run_number is 0.0; expected is 1 or more",
        "\"llm_calls\": [ | \"llm_calls\": [], \"calls\": [ | lacks result.llm_calls",
        "\"summary\": | \"outcome\": | is no dual run of TR116",
        "\"throughput_delta\": 5.0, | \"throughput_delta\": 5.0, } | is no JSON, or was cut off"
      })
  void aDamagedFileIsRefusedWithWhatIsWrong(String whole, String damaged, String message)
      throws IOException {
    var text = RUST.formatted(CALL, CALL, CALL);
    assertThat(text).contains(whole);
    var path = file(text.replace(whole, damaged));

    assertThatThrownBy(() -> Tr116Import.dual(path))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith(path.toString())
        .hasMessageContaining(message.replace("lacks concurrent", "lacks summary.concurrent"));
  }

  @Test
  void aSingleAgentFileIsNoDualRunAndTheOtherWayRound() throws IOException {
    var dual = file(RUST.formatted(CALL, CALL, CALL));
    var empty = file("other", "[]");

    assertThatThrownBy(() -> Tr116Import.single(dual))
        .hasMessageContaining("is no single-agent file of TR116");
    assertThatThrownBy(() -> Tr116Import.dual(empty)).hasMessageContaining("is no dual run");
    assertThatThrownBy(() -> Tr116Import.single(empty)).hasMessageContaining("holds no run");
  }

  @Test
  void aFolderOfRawFilesIsReadWhole() throws IOException {
    file("gemma3_latest/a", PYTHON);
    file("gemma3_latest/b", RUST.formatted(CALL, CALL, CALL));

    var data = ImportedData.read(folder);

    assertThat(data.runs())
        .extracting(ImportedRun::harness)
        .containsExactly(Harness.PYTHON, Harness.RUST);
    assertThat(data.singles()).isEmpty();
  }

  @Test
  void anEmptyFolderIsNamed() {
    assertThatThrownBy(() -> ImportedData.read(folder))
        .hasMessage(folder + ": holds neither runs.csv nor a metrics.json of TR116");
  }

  @Test
  void theStudysOwnFilesGiveTheRowsOfItsTables() {
    var data = ImportedData.read(FullPrecision.folder().resolve("raw"));

    assertThat(data.runs()).hasSize(4);
    var table = FullPrecision.runs();
    for (var run : data.runs()) {
      var row = table.stream().filter(each -> each.id().equals(run.id())).findFirst().orElseThrow();
      assertThat(run.callsWithoutFinalMetrics()).isEqualTo(row.callsWithoutFinalMetrics());
      assertThat(run.wall().orElseThrow()).isCloseTo(row.wall().orElseThrow(), within(1e-6));
      assertThat(run.collector().tokens()).isEqualTo(row.collector().tokens());
      assertThat(run.insight().throughput().orElseThrow())
          .isCloseTo(row.insight().throughput().orElseThrow(), within(1e-9));
      assertThat(run.insight().eval().orElseThrow())
          .isCloseTo(row.insight().eval().orElseThrow(), within(1e-6));
      assertThat(run.stored().efficiencyPercent()).isEqualTo(row.stored().efficiencyPercent());
    }
    assertThat(data.singles()).hasSize(2);
    for (var single : data.singles()) {
      var row =
          FullPrecision.singles().stream()
              .filter(each -> each.harness() == single.harness())
              .filter(each -> each.model().equals(single.model()))
              .filter(each -> each.gpuLayers() == single.gpuLayers())
              .filter(each -> each.ctx() == single.ctx())
              .findFirst()
              .orElseThrow();
      assertThat(ImportedSingle.throughputAsPublished(single.chimera()).orElseThrow())
          .isCloseTo(
              ImportedSingle.throughputAsPublished(row.chimera()).orElseThrow(), within(1e-9));
      assertThat(ImportedSingle.mean(single.baseline(), SingleSample::ttft).orElseThrow())
          .isCloseTo(
              ImportedSingle.mean(row.baseline(), SingleSample::ttft).orElseThrow(), within(1e-9));
    }
  }

  private Path file(String text) throws IOException {
    return file("gemma3_latest", text);
  }

  private Path file(String below, String text) throws IOException {
    var path = folder.resolve(below).resolve("metrics.json");
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }
}
