package dev.tr116.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.SloJudge;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosingTableTest {
  /** 100 columns without the console's "[tr116] ". */
  private static final int WIDTH = 92;

  @Test
  void hasOneLineACell() {
    var passed = Verdicts.enforced(Verdicts.EFFICIENCY, good(1), good(2), good(3));
    var spread = Verdicts.enforced(Verdicts.EFFICIENCY, good(1), good(2), bad(3), good(4));
    var few = Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1).beside(1000, 1000).wall(1250));
    var failed = Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1).failed(500, "broken"));

    var table = ClosingTable.of(List.of(passed, spread, few, failed), Traces.OLLAMA);

    assertThat(table)
        .isEqualTo(
            """
            Measured on ollama 0.24.0, means ± half the 95 % interval:
            cell                            runs speedup  eff %        true       ttft ms  verdict
            gemma3 · chimera-homo            3/5    2.00  100.0 ±0.0   1.00 ±0.00     100  PASS
            gemma3 · chimera-homo            4/5    1.75   87.5 ±25.0  0.96 ±0.08     100  INCONCLUSIVE
                undecided efficiency (about 8 more runs)
            gemma3 · chimera-homo            1/5    1.60   80.0        1.36           100  INCONCLUSIVE
                undecided efficiency (about 2 more runs)
            gemma3 · chimera-homo            0/5       -      -           -             -  INVALID
            speedup and eff %: TR116, against agents as slow as each other; true: against agents alone.
            """);
  }

  @Test
  void namesWhatIsViolatedBelowTheCell() {
    var enforced = Verdicts.enforced(Verdicts.EFFICIENCY, bad(1), bad(2), bad(3));
    var reported = Verdicts.reported(Verdicts.EFFICIENCY, bad(1), bad(2), bad(3));

    var lines = ClosingTable.of(List.of(enforced, reported), Traces.STAND_IN).lines().toList();

    assertThat(lines.getFirst())
        .isEqualTo(
            "Measured on embedded llama.cpp b4916, stand-in weights, means ± half the 95 % interval:");
    assertThat(lines.get(2)).endsWith("  FAIL");
    assertThat(lines.get(3)).isEqualTo("    violates efficiency");
    assertThat(lines.get(4)).endsWith("  not enforced");
    assertThat(lines.get(5)).isEqualTo("    violates efficiency");
  }

  @Test
  void namesEveryObjectiveOfACellThatViolatesThemAll() {
    var table = ClosingTable.of(List.of(everythingViolated(Traces.CELL)), Traces.OLLAMA);

    assertThat(table)
        .contains(
            """
                violates concurrency-speedup, efficiency, ttft-p95, contention-rate, error-rate,
                cost-per-1000, true-speedup, decode-rate
            """);
    assertFits(table);
  }

  @Test
  void fitsTheConsoleWhateverItIsGiven() {
    var long1 =
        cell("hf.co/somebody/A-Very-Long-Model-Name-Indeed-13B-GGUF:Q4_K_M", "chimera-homo");
    var long2 =
        cell("hf.co/somebody/A-Very-Long-Model-Name-Indeed-13B-GGUF:Q4_K_M", "baseline-vs-chimera");
    var server =
        new BackendDescription(
            "embedded", Optional.of("b4916-" + "x".repeat(300)), BackendDescription.STAND_IN);
    var slow = Verdicts.cell(Traces.run(1).beside(600_000, 600_000).wall(600_000));
    var many =
        new SloJudge(Verdicts.EFFICIENCY, Optional.empty())
            .verdict(slow, Traces.OLLAMA, true, Map.of(), 10_000);

    var table =
        ClosingTable.of(
            List.of(everythingViolated(long1), everythingViolated(long2), many), server);

    assertFits(table);
    assertThat(table).contains(" · chimera-homo ", " · baseline-vs-chimera ");
    assertThat(table.lines().filter(line -> line.startsWith("hf.co")))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void neverCutsTheCellsOfTr116() {
    var cells =
        List.of("gemma3", "qwen2.5", "llama3.1").stream()
            .map(
                model ->
                    new CellId(
                        "multi", "structured", Model.named(model), "baseline-vs-chimera", "x"))
            .map(id -> Verdicts.verdict(Map.of(), Verdicts.cell(id, good(1)), Traces.OLLAMA, true))
            .toList();

    var table = ClosingTable.of(cells, Traces.OLLAMA);

    assertThat(table)
        .contains(
            "gemma3 · baseline-vs-chimera ",
            "qwen2.5 · baseline-vs-chimera ",
            "llama3.1 · baseline-vs-chimera ");
  }

  @Test
  void isATableWithoutACellToo() {
    var table = ClosingTable.of(List.of(), Traces.OLLAMA);

    assertFits(table);
    assertThat(table).hasLineCount(3);
  }

  private static void assertFits(String table) {
    assertThat(table.lines())
        .allSatisfy(
            line -> {
              assertThat(line).hasSizeLessThanOrEqualTo(WIDTH);
              assertThat(line).isEqualTo(line.stripTrailing());
            });
    assertThat(table).doesNotContain("null", "Optional", "NaN");
  }

  private static CellId cell(String model, String scenario) {
    return new CellId("multi", "structured", Model.named(model), scenario, "x");
  }

  private static CellVerdict everythingViolated(CellId id) {
    var limits = new EnumMap<SloMetric, SloLimit>(SloMetric.class);
    for (var metric : SloMetric.values()) {
      var never = metric.better() == SloMetric.Better.HIGHER ? 1e9 : 0;
      limits.put(metric, new SloLimit(never, never));
    }
    var runs = Verdicts.cell(id, bad(1), bad(2), bad(3), Traces.run(4).failed(500, "broken"));
    return new SloJudge(limits, Optional.of(BigDecimal.TEN))
        .verdict(runs, Traces.OLLAMA, true, Map.of(), 5);
  }

  private static Traces.RunBuilder good(int number) {
    return Traces.run(number).beside(1000, 1000).alone(500, 500).wall(1000);
  }

  private static Traces.RunBuilder bad(int number) {
    return Traces.run(number).beside(1000, 1000).wall(2000);
  }
}
