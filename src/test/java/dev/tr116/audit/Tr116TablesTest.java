package dev.tr116.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tr116.results.tr116.FullPrecision;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every figure of the tables of TR116 (the edition with the tables), at its own rounding:
 * summaries, the 60 runs, efficiency statistics, correlations, variance, percentiles, the 24
 * single-agent configurations and the 56 single-agent runs.
 */
class Tr116TablesTest {
  /** Published means that leave out a run whose TTFT delta is exactly 0, and the right ones. */
  private static final Map<String, String> WRONG =
      Map.ofEntries(
          entry(ttft("gemma3/baseline-vs-chimera"), "6.894"),
          entry(ttft("gemma3/chimera-homo"), "-8.811"),
          entry(ttft("llama3.1/baseline-vs-chimera"), "-0.879"),
          entry(ttft("llama3.1/chimera-homo"), "-14.375"),
          entry(ttft("qwen2.5/chimera-homo"), "-19.135"));

  @Test
  void followFromTheFiguresOfTheRuns() {
    var findings = Audit.of(tables(), fullPrecision());

    assertThat(findings).hasSize(1424);
    assertThat(wrong(findings, 3)).isEqualTo(WRONG);
  }

  @Test
  void followFromThePrintedFiguresAsFarAsTheirRoundingAllows() {
    var findings = Audit.of(tables(), PrintedData.ofTr116());

    assertThat(findings).hasSize(1424);
    assertThat(wrong(findings, 3)).isEqualTo(WRONG);
  }

  @Test
  void areWrongWhereACallWithoutFinalMetricsCountsAsNoTokensPerSecond() {
    var findings = Audit.of(tables(), fullPrecision());

    var right =
        findings.stream()
            .filter(finding -> finding.wholeOnly().isPresent())
            .collect(Collectors.toMap(finding -> finding.claim().id(), Finding::wholeOnlyText));
    assertThat(right)
        .containsOnly(
            entry(
                "configuration/rust/qwen2.5/baseline-vs-chimera/throughput_delta_tok_s/mean",
                "18.7857"),
            entry("configuration/rust/qwen2.5/chimera-homo/throughput_delta_tok_s/mean", "-7.3444"),
            entry("correlation/rust/qwen2.5", "-0.6439"),
            entry("single/rust/gemma3/chimera_tp/mean", "116.827"),
            entry("single/rust/gemma3/tp_improve_pct/mean", "2.289"),
            entry("single/rust/gemma3/80/1024/chimera_tp", "115.6124"),
            entry("single/rust/gemma3/80/1024/tp_improve_pct", "0.9021"),
            entry("appendix-g/gemma3/80/1024/chimera_tp", "115.612"));
  }

  @Test
  void callAMeasuredZeroNoNumberInFiveRows() {
    var zeros =
        fullPrecision().rows(DataSet.RUNS, Filter.parse("runtime=python")).stream()
            .filter(row -> row.figure("ttft_delta_ms").orElseThrow().value() == 0)
            .map(row -> String.join("/", row.keys().values()))
            .toList();

    assertThat(zeros)
        .containsExactly(
            "python/gemma3/baseline-vs-chimera/5",
            "python/gemma3/chimera-homo/4",
            "python/llama3.1/baseline-vs-chimera/2",
            "python/llama3.1/chimera-homo/3",
            "python/qwen2.5/chimera-homo/5");
    assertThat(
            FullPrecision.table("runs.csv").rows().stream()
                .filter(row -> row.number("ttft_delta_ms_published").isEmpty())
                .map(
                    row ->
                        String.join(
                            "/",
                            row.text("runtime"),
                            row.text("model"),
                            row.text("scenario"),
                            row.text("run")))
                .toList())
        .isEqualTo(zeros);
  }

  @Test
  void printASpeedupAndAnEfficiencyThatBelongTogether() {
    assertThat(PrintedData.ofTr116().rows(DataSet.RUNS, Filter.parse("")))
        .hasSize(60)
        .allSatisfy(
            row -> {
              var speedup = row.figure("speedup").orElseThrow();
              var efficiency = row.figure("efficiency_percent").orElseThrow();
              assertThat(Math.abs(50 * speedup.value() - efficiency.value()))
                  .isLessThanOrEqualTo(
                      50 * speedup.halfWidth() + efficiency.halfWidth() + Rounding.SLACK);
            });
  }

  private static Map<String, String> wrong(List<Finding> findings, int decimals) {
    return findings.stream()
        .filter(finding -> finding.outcome() != Outcome.REPRODUCES)
        .peek(
            finding ->
                assertThat(finding.reason())
                    .isEqualTo("the mean leaves out a run whose TTFT delta is exactly 0"))
        .collect(
            Collectors.toMap(
                finding -> finding.claim().id(),
                finding -> Rounding.text(finding.given().getFirst().value(), decimals)));
  }

  private static String ttft(String cell) {
    return "configuration/python/" + cell + "/ttft_delta_ms/mean";
  }

  private static DataSet fullPrecision() {
    return Measurements.of("full precision", FullPrecision.runs(), FullPrecision.singles());
  }

  private static List<Claim> tables() {
    return Claims.ofTheTables();
  }
}
