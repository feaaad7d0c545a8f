package dev.tr116.slo;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.plan.CellId;
import dev.tr116.slo.Regression.Side;
import dev.tr116.slo.RegressionVerdict.Compared;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RegressionVerdictTest {
  @Test
  void regressionFailsWithWhatChangedAndWhereTheRecordsAre() {
    var verdict = verdict(true, Map.of(), Change.REGRESSED, Change.SAME);

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThatThrownBy(() -> assertThat(verdict).holds())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            String.join(
                "\n",
                "Regression: 1 of 2 figures are worse than in session a",
                "  gemma3 · chimera-homo: wall time +20.0 %: worse",
                "    here:   120.00 ms (n 5), " + Path.of("results/b").resolve(folder()),
                "    there:  100.00 ms (n 5), " + Path.of("results/a").resolve(folder()),
                "  table:    " + Path.of("results/b/comparison.md")));
  }

  @Test
  void regressionThatIsNotEnforcedPassesAndStaysVisible() {
    var verdict = verdict(false, Map.of(), Change.REGRESSED);

    assertThat(verdict).holds();
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThatThrownBy(() -> assertThat(verdict).hasNoRegression())
        .hasMessageStartingWith("Regression: 1 of 1");
  }

  @Test
  void improvementsAndUnchangedFiguresPass() {
    var verdict = verdict(true, Map.of(), Change.IMPROVED, Change.SAME);

    assertThat(verdict).holds().hasNoRegression();
    assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
    assertThat(verdict.counts()).isEqualTo("0 worse, 1 better, 1 unchanged, 0 undecided");
  }

  @Test
  void undecidedFiguresAbort() {
    var verdict = verdict(true, Map.of(), Change.SAME, Change.INCONCLUSIVE);

    assertThatThrownBy(() -> assertThat(verdict).holds())
        .isInstanceOf(TestAbortedException.class)
        .hasMessageStartingWith(
            "Inconclusive: 1 of 2 figures cannot be told from session a; none is shown to be"
                + " worse");
  }

  @Test
  void nothingInCommonAborts() {
    assertThatThrownBy(() -> assertThat(verdict(true, Map.of())).holds())
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("no cell was measured in both sessions; session a has gemma3");
  }

  @Test
  void refusedCellFailsEvenWhereNothingIsEnforced() {
    var verdict =
        verdict(
            false,
            Map.of(Traces.CELL, List.of("model_digest: abc here, def there")),
            Change.REGRESSED);

    assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
    assertThatThrownBy(() -> assertThat(verdict).holds())
        .hasMessageStartingWith(
            "Comparison refused: measured under other conditions than session a")
        .hasMessageContaining("gemma3 · chimera-homo\n    model_digest: abc here, def there")
        .hasMessageContaining("wall time +20.0 %: worse");
  }

  @Test
  void conditionsNameEachFieldThatDiffers() {
    var now = new Conditions(Map.of("cpu", "A", "os", "Linux", "gpu", ""));
    var before = new Conditions(Map.of("cpu", "B", "os", "Linux", "gpu", "one"));

    assertThat(now.differencesFrom(before))
        .containsExactlyInAnyOrder("cpu: A here, B there", "gpu: not told here, one there");
    assertThat(now.differencesFrom(now)).isEmpty();
  }

  private static Path folder() {
    return Traces.CELL.directory();
  }

  private static RegressionVerdict verdict(
      boolean enforced, Map<CellId, List<String>> refused, Change... changes) {
    return new RegressionVerdict(
        new Compared("b", Path.of("results", "b"), 0),
        new Compared("a", Path.of("results", "a"), 0),
        Traces.OLLAMA,
        enforced,
        5,
        List.of(changes).stream().map(RegressionVerdictTest::wall).toList(),
        refused,
        List.of(),
        List.of(Traces.CELL));
  }

  private static Regression wall(Change change) {
    return new Regression(
        Traces.CELL,
        RegressionMetric.WALL,
        new Side(5, 0, OptionalDouble.of(100)),
        new Side(5, 0, OptionalDouble.of(120)),
        Optional.empty(),
        OptionalDouble.empty(),
        change,
        "+20.0 %: worse");
  }
}
