package dev.tr116.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyPageTest {
  private static final List<String> APPENDICES =
      List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K");

  @Test
  void hasEverySectionAndSaysWhatIsMissingWhenNothingWasMeasured() {
    var page = Made.study().page();

    assertThat(page)
        .contains(APPENDICES.stream().map(name -> "## Appendix " + name + ": ").toList())
        .contains("No run of agents side by side is recorded.")
        .contains("The suite single was not measured.")
        .contains("Not supported by this data: no power was measured.")
        .contains("Not supported by this data: it has fewer than two runtimes.")
        .contains("No recommendation is supported by this data")
        .doesNotContain("NaN", "null", "Optional");
  }

  @Test
  void tellsAZeroFromWhatWasNotMeasured() {
    var cell = new StudyCell("python", "gemma3", "chimera-homo");
    var page =
        Made.study()
            .with(run(cell, 1, Map.of(Figure.TTFT_DELTA, 0.0), Optional.empty()))
            .with(run(cell, 2, Map.of(Figure.EFFICIENCY, 90.0), Optional.empty()))
            .page();

    var report = ReadReport.of(page);
    assertThat(report.row("Appendix A", "python", "gemma3", "chimera-homo", "1"))
        .containsEntry("TTFT_Delta_ms", "0.000")
        .containsEntry("Efficiency", "-");
    assertThat(report.row("Configuration-Level", "python", "gemma3", "chimera-homo"))
        .containsEntry("TTFT_Delta_Mean", "0.000")
        .containsEntry("Efficiency_Mean", "90.000")
        .containsEntry("Efficiency_Std", "-");
  }

  @Test
  void showsARunThatEntersNoFigureWithItsReason() {
    var cell = new StudyCell("structured", "gemma3", "chimera-homo");
    var page =
        Made.study()
            .with(run(cell, 1, Map.of(Figure.EFFICIENCY, 90.0), Optional.empty()))
            .with(
                run(cell, 2, Map.of(Figure.EFFICIENCY, 10.0), Optional.of("the skew is too large")))
            .page();

    var report = ReadReport.of(page);
    assertThat(report.row("Runtime-Level", "structured"))
        .containsEntry("Runs", "1")
        .containsEntry("Efficiency_Mean", "90.000");
    assertThat(report.row("Appendix A", "structured", "gemma3", "chimera-homo", "2").get("Path"))
        .endsWith("(in no figure: the skew is too large)");
  }

  @Test
  void isTheSameForTheSameRunsInAnyOrder() {
    var runs = new ArrayList<StudyRun>();
    for (var number = 1; number <= 6; number++) {
      for (var model : List.of("a", "b")) {
        runs.add(
            run(
                new StudyCell("structured", model, "chimera-homo"),
                number,
                Map.of(Figure.EFFICIENCY, 80.0 + number * model.charAt(0) % 7),
                Optional.empty()));
      }
    }
    var forth = Made.study();
    runs.forEach(forth::with);
    Collections.reverse(runs);
    var back = Made.study();
    runs.forEach(back::with);

    assertThat(back.page()).isEqualTo(forth.page());
  }

  @Test
  void keepsHostileNamesInTheirCells() {
    var hostile = "a|b\n# c <img src=x onerror=alert(1)> [l](javascript:x) \u202e";
    var page =
        Made.study()
            .with("structured", hostile, "s`", Map.of(Figure.EFFICIENCY, new double[] {90, 91, 92}))
            .page();

    assertThat(page)
        .doesNotContain("<img", "\n# c")
        .contains("a\\|b # c &lt;img src=x onerror=alert(1)> \\[l\\](javascript:x) \\\\u202e");
    assertThat(page.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
  }

  @Test
  void fencesCommandsWhateverTheyContain() {
    var page = new Page().bullet("before").code(List.of("run ```", "<b>")).paragraph("after");

    assertThat(page.toString()).isEqualTo("- before\n\n````\nrun ```\n<b>\n````\n\nafter\n");
  }

  @Test
  void saysThatRanksChangeOnlyWhereBothIntervalsShowIt() {
    var high = Map.of(Figure.EFFICIENCY, new double[] {98, 98.2, 97.9, 98.1, 98});
    var low = Map.of(Figure.EFFICIENCY, new double[] {90, 90.2, 89.9, 90.1, 90});
    var wide = Map.of(Figure.EFFICIENCY, new double[] {80, 99, 98, 85, 99});
    var shown =
        Made.study()
            .with("a", "m", "s", high)
            .with("a", "n", "s", low)
            .with("b", "m", "s", low)
            .with("b", "n", "s", high);
    var open =
        Made.study()
            .with("a", "m", "s", high)
            .with("a", "n", "s", low)
            .with("b", "m", "s", low)
            .with("b", "n", "s", wide);

    var heading = "Ranks that change with the runtime";
    assertThat(ReadReport.of(shown.page()).rows(heading))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("Verdict", "flip"));
    assertThat(ReadReport.of(open.page()).rows(heading))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("Verdict", "means change places, the intervals do not show it"));
  }

  @Test
  void listsTheEndsAndTheMiddleOfManyRunsAndPointsToTheTableOfAll() {
    var values = IntStream.range(0, 2000).mapToDouble(i -> 50 + i / 50.0).toArray();
    var page =
        Made.study().with("structured", "gemma3", "s", Map.of(Figure.EFFICIENCY, values)).page();

    var report = ReadReport.of(page);
    assertThat(report.rows("Appendix A")).hasSize(60);
    assertThat(page)
        .contains("2000 runs are too many to list each; all of them stand in analysis.csv.");
    assertThat(report.lines("Appendix K").stream().filter(line -> line.startsWith("- ")))
        .hasSize(60)
        .first()
        .asString()
        .contains("run 2000: efficiency 89.98%");
    assertThat(page.length()).isLessThan(60_000);
  }

  @Test
  void writesNotesOnTheFirstOfManyConfigurations() {
    var made = Made.study();
    for (var i = 0; i < 300; i++) {
      made.with(
          "structured", "m%03d".formatted(i), "s", Map.of(Figure.EFFICIENCY, new double[] {90}));
    }

    var page = made.page();

    assertThat(page)
        .contains("The first 200 of 300 configurations are written out")
        .contains("#### STRUCTURED | m199 | s")
        .doesNotContain("#### STRUCTURED | m200 | s");
    assertThat(ReadReport.of(page).rows("Configuration-Level Summary")).hasSize(300);
  }

  private static StudyRun run(
      StudyCell cell, int number, Map<Figure, Double> figures, Optional<String> leftOut) {
    return new StudyRun(cell, number, figures, Optional.of(false), leftOut, "run_" + number);
  }
}
