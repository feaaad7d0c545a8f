package dev.tr116.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PerfFileTest {
  private static final String CELL = Traces.CELL.key();

  @Test
  void aSampleHasWhatAllureAsksFor() throws IOException {
    var sample = named(samples(Traces.run(2).build()), CELL + "/collector/ttft_ms");

    assertThat(sample.get("id").asText()).hasSizeBetween(30, 32);
    assertThat(sample.get("value").asDouble()).isPositive();
    assertThat(sample.get("start").asLong()).isEqualTo(Traces.STARTED_AT.toEpochMilli());
    assertThat(sample.get("stop").asLong()).isEqualTo(Traces.STARTED_AT.toEpochMilli() + 1210);
    assertThat(sample.get("unit").asText()).isEqualTo("ms");
    assertThat(sample.get("better").asText()).isEqualTo("lower");
    assertThat(sample.get("group").asText()).isEqualTo(CELL);
    assertThat(sample.get("groupTitle").asText()).isEqualTo("gemma3 · chimera-homo");
  }

  @Test
  void runsOfACellShareKeysAndNothingElse() throws IOException {
    var first = samples(Traces.run(1).build());
    var second = samples(Traces.run(2).build());

    assertThat(first).extracting(PerfFileTest::key).isEqualTo(keys(second));
    assertThat(first).extracting(s -> s.get("id")).doesNotContainAnyElementsOf(ids(second));
    assertThat(file(Traces.run(1).build()).name())
        .endsWith("-perf.json")
        .isNotEqualTo(file(Traces.run(2).build()).name());
  }

  @Test
  void standInsSayThatTheyAre() throws IOException {
    var sample = samples(Traces.run(1).on(Traces.STAND_IN).build()).getFirst();

    assertThat(sample.get("groupTitle").asText()).contains("stand-in weights");
  }

  @Test
  void whatWasNotMeasuredIsAbsent() throws IOException {
    assertThat(samples(Traces.run(1).solo().build()))
        .extracting(PerfFileTest::key)
        .contains(CELL + "/concurrency_speedup")
        .doesNotContain(CELL + "/true_speedup", CELL + "/collector/slowdown");
    assertThat(file(Traces.run(1).failed(500, "no").build()).isEmpty()).isTrue();
    var run = Traces.run(1).build();
    var doubted = DualRunMetrics.of(run).doubting(List.of("cold"));
    assertThat(PerfFile.of(run, doubted).isEmpty()).isTrue();
  }

  @Test
  void objectivesTellTheGateHowTheyWereJudged() throws IOException {
    var verdict =
        Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1), Traces.run(2), Traces.run(3));

    var sample = parse(PerfFile.of(verdict, 7)).getFirst();

    assertThat(key(sample)).isEqualTo(CELL + "/slo/efficiency");
    assertThat(sample.get("outcome").asText()).isEqualTo("FAIL");
    assertThat(sample.get("enforced").asBoolean()).isTrue();
    assertThat(sample.get("alert").asDouble()).isEqualTo(95);
    assertThat(sample.get("better").asText()).isEqualTo("higher");
  }

  @Test
  void everyMetricHasAUnitOfItsOwnName() {
    assertThat(PerfMetric.values())
        .allSatisfy(metric -> assertThat(metric.unit()).isNotBlank())
        .filteredOn(metric -> metric.key().endsWith("_ms"))
        .extracting(PerfMetric::unit)
        .containsOnly("ms");
    assertThat(Arrays.stream(PerfMetric.values()).map(PerfMetric::key)).doesNotHaveDuplicates();
  }

  private static PerfFile file(DualRun run) {
    return PerfFile.of(run, DualRunMetrics.of(run));
  }

  private static List<JsonNode> samples(DualRun run) throws IOException {
    return parse(file(run));
  }

  private static List<JsonNode> parse(PerfFile file) throws IOException {
    var json = new JsonMapper().readTree(file.content());
    return StreamSupport.stream(json.spliterator(), false).toList();
  }

  private static JsonNode named(List<JsonNode> samples, String key) {
    return samples.stream().filter(s -> key(s).equals(key)).findFirst().orElseThrow();
  }

  private static String key(JsonNode sample) {
    return sample.get("key").asText();
  }

  private static List<String> keys(List<JsonNode> samples) {
    return samples.stream().map(PerfFileTest::key).toList();
  }

  private static List<JsonNode> ids(List<JsonNode> samples) {
    return samples.stream().map(s -> s.get("id")).toList();
  }
}
