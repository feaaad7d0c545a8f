package dev.tr116.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.report.study.Rule.Applies;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final double[] FASTER = {1.4, 1.5, 1.45, 1.55, 1.5};
  private static final double[] SLOWER = {0.7, 0.72, 0.69, 0.71, 0.7};
  private static final double[] UNDECIDED = {0.8, 1.2, 0.9, 1.1, 1.05};

  @Test
  void recommendsSideBySideWhereTheWholeIntervalIsAboveOne() {
    var study =
        Made.study()
            .with("structured", "gemma3", "chimera-homo", Map.of(Figure.TRUE_SPEEDUP, FASTER))
            .with("structured", "qwen2.5", "chimera-homo", Map.of(Figure.TRUE_SPEEDUP, UNDECIDED))
            .whole();

    var rule = rule(study, "Side by side pays");

    assertThat(rule.applies()).isEqualTo(Applies.YES);
    assertThat(rule.data()).isEqualTo("1 of 2 configurations");
    assertThat(rule.recommendation())
        .isEqualTo("run agents side by side with: structured gemma3 chimera-homo");
    assertThat(rule(study, "Side by side costs").applies()).isEqualTo(Applies.NO);
  }

  @Test
  void recommendsOneAfterTheOtherWhereTheWholeIntervalIsBelowOne() {
    var study =
        Made.study()
            .with("structured", "gemma3", "chimera-homo", Map.of(Figure.TRUE_SPEEDUP, SLOWER))
            .whole();

    assertThat(rule(study, "Side by side costs").applies()).isEqualTo(Applies.YES);
    assertThat(rule(study, "Side by side pays").applies()).isEqualTo(Applies.NO);
    assertThat(rule(study, "Side by side pays").recommendation()).isEqualTo("-");
  }

  @Test
  void saysNothingOfEitherWithoutABaseline() {
    var study =
        Made.study()
            .with("structured", "gemma3", "chimera-homo", Map.of(Figure.EFFICIENCY, FASTER))
            .whole();

    var rule = rule(study, "Side by side pays");

    assertThat(rule.applies()).isEqualTo(Applies.NOT_SUPPORTED);
    assertThat(rule.row())
        .containsExactly(
            "Side by side pays",
            "95% interval of a configuration's true speedup above 1",
            "no agent was measured alone",
            "not supported by this data",
            "-");
  }

  @Test
  void prefersARuntimeOnlyWhereItIsAheadOfAllAndComparable() {
    var high = Map.of(Figure.EFFICIENCY, new double[] {98, 98.2, 97.9, 98.1, 98});
    var low = Map.of(Figure.EFFICIENCY, new double[] {90, 90.2, 89.9, 90.1, 90});
    var wide = Map.of(Figure.EFFICIENCY, new double[] {80, 99, 98, 85, 99});

    var ahead =
        Made.study().with("a", "m", "chimera-homo", high).with("b", "m", "chimera-homo", low);
    var alike =
        Made.study().with("a", "m", "chimera-homo", wide).with("b", "m", "chimera-homo", low);

    assertThat(rule(ahead.whole(), "Runtime").recommendation())
        .isEqualTo("prefer a as far as efficiency_percent goes");
    assertThat(rule(alike.whole(), "Runtime").applies()).isEqualTo(Applies.NO);
    assertThat(rule(alike.whole(), "Runtime").data())
        .isEqualTo("a has the highest mean, not told apart from b");
    assertThat(rule(ahead.notComparable("they did different work").whole(), "Runtime").applies())
        .isEqualTo(Applies.NOT_SUPPORTED);
    assertThat(rule(Made.study().with("a", "m", "s", high).whole(), "Runtime").applies())
        .isEqualTo(Applies.NOT_SUPPORTED);
  }

  @Test
  void tellsImbalanceFromTheSplitOfTheLoss() {
    var skewed = Map.of(Figure.IMBALANCE_LOSS, new double[] {8, 9, 7});
    var level = Map.of(Figure.IMBALANCE_LOSS, new double[] {1, 2, 1});
    var study =
        Made.study()
            .with("structured", "gemma3", "own", skewed)
            .with("structured", "qwen2.5", "own", level)
            .whole();

    var rule = rule(study, "Imbalance of the agents");

    assertThat(rule.data()).isEqualTo("1 of 2 configurations");
    assertThat(rule.recommendation()).endsWith(": structured gemma3 own");
  }

  @Test
  void namesThePhaseThatIsAboveItsThreshold() {
    var study =
        Made.study()
            .with(
                "structured",
                "gemma3",
                "chimera-homo",
                Map.of(
                    Figure.LOAD_LOSS, new double[] {0, 0, 0},
                    Figure.QUEUE_LOSS, new double[] {20, 25, 30},
                    Figure.DECODE_LOSS, new double[] {10, 10, 10}))
            .whole();

    assertThat(rule(study, "Server queue").applies()).isEqualTo(Applies.YES);
    assertThat(rule(study, "Model loading").applies()).isEqualTo(Applies.NO);
    assertThat(rule(study, "Shared generation").applies()).isEqualTo(Applies.NO);
  }

  @Test
  void countsFlaggedRunsAgainstTheAlert() {
    var cell = new StudyCell("structured", "gemma3", "chimera-homo");
    var made = Made.study();
    for (var number = 1; number <= 20; number++) {
      made.with(
          new StudyRun(
              cell,
              number,
              Map.of(Figure.EFFICIENCY, 90.0 + number),
              Optional.of(number <= 2),
              Optional.empty(),
              "run_" + number));
    }

    var rule = rule(made.whole(), "Contention rate");

    assertThat(rule.data()).isEqualTo("2 of 20 runs");
    assertThat(rule.applies()).isEqualTo(Applies.YES);
  }

  @Test
  void judgesChimeraOptionsByTheSinglesAlone() {
    var with = Made.study().single("gemma3", 3, -20).whole();
    var without = Made.study().single("gemma3", 1, 5).whole();

    assertThat(rule(with, "Chimera options, throughput alone").applies()).isEqualTo(Applies.YES);
    assertThat(rule(with, "Chimera options, TTFT alone").applies()).isEqualTo(Applies.YES);
    assertThat(rule(without, "Chimera options, throughput alone").applies()).isEqualTo(Applies.NO);
    assertThat(rule(without, "Chimera options, TTFT alone").applies()).isEqualTo(Applies.NO);
    assertThat(rule(Made.study().whole(), "Chimera options, TTFT alone").data())
        .isEqualTo("the suite single was not measured");
  }

  private static Rule rule(Study study, String name) {
    return Rules.of(study).stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
