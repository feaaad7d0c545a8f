package dev.tr116.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.results.tr116.FullPrecision;
import org.junit.jupiter.api.Test;

/** What the report says of TR116's own figures, and what it does not. */
class ReferenceReportTest {
  @Test
  void isAsciiAndHoldsNoTraceOfAMissingNumber() {
    var report = StudyReport.ofReference();

    assertThat(report.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    assertThat(report).doesNotContain("NaN", "+nan", "null", "Optional[");
    assertThat(StudyReport.ofReference()).isEqualTo(report);
  }

  @Test
  void saysWhatThePrintedFiguresDoNotSupport() {
    var report = ReadReport.of(StudyReport.ofReference());

    assertThat(report.row("Recommendations", "Runtime"))
        .containsEntry("Applies", "not supported by this data");
    assertThat(report.row("Recommendations", "Side by side pays"))
        .containsEntry("Applies", "not supported by this data");
    assertThat(report.lines("Root Causes by Runtime"))
        .anyMatch(line -> line.startsWith("Not supported by this data:"));
    assertThat(report.lines("True Speedup and Where the Time Went"))
        .anyMatch(line -> line.contains("printed figures hold no wall time"));
    assertThat(report.lines("Cost/Efficiency Frontier"))
        .contains("Not supported by this data: no power was measured.");
    assertThat(report.lines("By one rule for all"))
        .anyMatch(line -> line.startsWith("Not supported by this data:"));
  }

  @Test
  void refusesPercentilesOfFurtherRunsAndGivesThoseOfTheseRuns() {
    assertThat(ReadReport.of(StudyReport.ofReference()).row("3. Efficiency Distribution", "RUST"))
        .containsEntry("P95", "99.66")
        .containsEntry("P5 and P95 of further runs", "refused, 30 of 59 runs");
  }

  @Test
  void givesTheGapsOfTheOtherEdition() {
    var report = ReadReport.of(StudyReport.ofReference());

    // Section 3.2 of the edition without tables, where its rounding is right.
    assertThat(report.rows("#### rust less python"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("Scenario", "Overall")
                    .containsEntry("rust %", "95.17")
                    .containsEntry("Relative %", "+15.0"));
    assertThat(report.row("Model Rankings by Runtime", "python", "chimera-homo"))
        .containsEntry(
            "Ranking by mean efficiency (n)",
            "1. llama3.1 85.77% (5); 2. gemma3 84.85% (5); 3. qwen2.5 84.12% (5)");
    assertThat(report.rows("Ranks that change with the runtime"))
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("Models", "llama3.1 less gemma3")
                    .containsEntry("Verdict", "means change places, the intervals do not show it"))
        .hasSize(2);
  }

  @Test
  void boundsTheTrueSpeedupAtFullPrecision() {
    var report = ReadReport.of(StudyReport.ofReference(FullPrecision.folder()));

    assertThat(report.row("True Speedup and Where the Time Went", "rust", "gemma3", "chimera-homo"))
        .containsEntry("Runs", "5 of 5")
        .containsEntry("Efficiency % (TR116)", "99.22")
        .hasEntrySatisfying(
            "True speedup x, decode only", value -> assertThat(value).startsWith("0.69 ("))
        .hasEntrySatisfying(
            "True speedup x, at most", value -> assertThat(value).startsWith("0.77 ("));
    assertThat(report.row("By one rule for all", "python"))
        .containsEntry("Efficiency as stored", "82.725")
        .hasEntrySatisfying(
            "Agents' wall times over 2 x the run's",
            value -> assertThat(value).startsWith("91.02"));
  }

  @Test
  void listsEveryTableFigureThatDiffers() {
    var report = ReadReport.of(StudyReport.ofReference());

    assertThat(report.lines("Tables of the edition with tables"))
        .contains("1424 claims, 1419 reproduce, 5 differ, 0 cannot be told.");
    assertThat(report.rows("Tables of the edition with tables"))
        .extracting(row -> row.get("published"))
        .containsExactly("8.617", "-11.014", "-1.099", "-17.969", "-23.919");
  }
}
