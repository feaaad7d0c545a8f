package dev.tr116.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Model;
import dev.tr116.plan.Settings;
import dev.tr116.results.Session;
import dev.tr116.slo.CellVerdict;
import dev.tr116.telemetry.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryPageTest {
  @Test
  void hasALineForEveryCellThatLeadsToItsNode() {
    var html = page(verdict(cell("gemma3", "structured")), verdict(cell("qwen2.5", "structured")));

    assertThat(html)
        .contains("2 cells: 2 FAIL", "on ollama 0.24.0")
        .contains(
            "<a href=\""
                + SuitesTree.address(List.of("multi-agent", "gemma3", "chimera-homo"))
                + "\">gemma3 · chimera-homo</a>")
        .contains("Between models", "FAIL: efficiency")
        .doesNotContain("Between runtimes");
  }

  @Test
  void runtimesStandBesideEachOther() {
    var html = page(verdict(cell("gemma3", "structured")), verdict(cell("gemma3", "platform")));

    assertThat(html)
        .contains("Between runtimes", "gemma3 · chimera-homo · platform")
        .doesNotContain("Between models");
  }

  @Test
  void namesFromOutsideAreText() {
    var html = page(verdict(cell("<b>&\"m", "structured")));

    assertThat(html).contains("&lt;b&gt;&amp;&quot;m").doesNotContain("<b>");
  }

  @Test
  void whatWasNotMeasuredIsADash() {
    var verdict =
        Verdicts.verdict(
            Verdicts.EFFICIENCY,
            Verdicts.cell(Traces.CELL, Traces.run(1).solo()),
            Traces.OLLAMA,
            true);

    assertThat(page(verdict)).contains(">-</td>", "1 cell: 1 INCONCLUSIVE").doesNotContain("NaN");
  }

  @Test
  void aNodesAddressIsTheOneThatAllureGivesIt() {
    assertThat(SuitesTree.address(List.of("multi-agent", "gemma3", "baseline-vs-chimera")))
        .isEqualTo("#suites/183d815f7e6f3a618e6d5acc04c3eafe");
  }

  private static CellId cell(String model, String runtime) {
    return new CellId(
        "multi", runtime, Model.named(model), Traces.CELL.scenario(), Traces.CELL.options());
  }

  private static CellVerdict verdict(CellId cell) {
    return Verdicts.verdict(
        Verdicts.EFFICIENCY,
        Verdicts.cell(cell, Traces.run(1), Traces.run(2), Traces.run(3)),
        Traces.OLLAMA,
        true);
  }

  private static String page(CellVerdict... verdicts) {
    var settings = Settings.of(Map.of());
    var session =
        new Session(
            "night",
            Path.of("results", "night"),
            settings,
            Matrix.of(settings),
            Traces.STARTED_AT,
            Traces.OLLAMA,
            new Environment("JDK", "OS", "CPU", 2, Optional.empty(), List.of(), Optional.empty()));
    return SummaryPage.of(
        new SummaryReport(session, List.of(verdicts), 0, Optional.empty(), List.of()));
  }
}
