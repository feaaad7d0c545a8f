package dev.tr116.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.results.tr116.FullPrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The claims of TR116's polished report, held against what it prints and against its data. */
class Tr116ClaimsTest {
  private static final Path PAGE = Path.of("docs", "what-tr116-measured.md");
  private static final List<Finding> PRINTED =
      Audit.of(Claims.ofTheReport(), PrintedData.ofTr116());

  @Test
  void areJudgedByThePrintedFigures() {
    assertThat(PRINTED).extracting(finding -> finding.claim().id()).doesNotHaveDuplicates();
    assertThat(AuditMarkdown.counts(PRINTED))
        .isEqualTo("272 claims, 156 reproduce, 75 differ, 41 cannot be told");
  }

  @Test
  void giveAReasonWhereTheyDifferOrCannotBeTold() {
    assertThat(PRINTED)
        .filteredOn(finding -> finding.outcome() != Outcome.REPRODUCES)
        .allSatisfy(finding -> assertThat(finding.reason()).as("%s", finding).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource({
    "Executive Summary, Python never exceeds 86 %, DIFFERS, 91.7",
    "3.1 Rust, Qwen 2.5 baseline-vs-chimera: peak efficiency, DIFFERS, 99.58",
    "3.1 Rust, Gemma 3 chimera-homo: peak efficiency, REPRODUCES, 99.86",
    "7.1, Qwen 2.5 chimera-homo: standard deviation, DIFFERS, 10.19",
    "10.1, Python variance: between_percent, DIFFERS, 4.19",
    "10.1, Rust variance: between_percent, REPRODUCES, 44.90",
    "5.1, 'Rust mean efficiency, all models and scenarios', DIFFERS, 95.17",
    "8.3, 'Gemma 3 on Rust: five-year TCO, thousand dollars', CANNOT_TELL, ''"
  })
  void areNamedWithWhatTheDataGives(String place, String text, Outcome outcome, String given) {
    var finding =
        PRINTED.stream()
            .filter(each -> each.claim().place().equals(place) && each.claim().text().equals(text))
            .findFirst()
            .orElseThrow();

    assertThat(finding.outcome()).isEqualTo(outcome);
    assertThat(finding.givenText()).isEqualTo(Objects.requireNonNullElse(given, ""));
  }

  @Test
  void fullPrecisionOnlyTellsMoreAndContradictsNothing() {
    var findings = Audit.of(Claims.ofTheReport(), fullPrecision());

    for (var i = 0; i < findings.size(); i++) {
      if (PRINTED.get(i).outcome() != Outcome.CANNOT_TELL) {
        assertThat(findings.get(i).outcome())
            .as("%s", findings.get(i).claim())
            .isEqualTo(PRINTED.get(i).outcome());
      }
    }
    assertThat(AuditMarkdown.counts(findings))
        .isEqualTo("272 claims, 157 reproduce, 92 differ, 23 cannot be told");
  }

  @Test
  void thePageIsTheOneThatTheDataGives() throws IOException {
    assertThat(Files.readString(PAGE))
        .as("write it again: mvn compile exec:exec@tr116 -Dargs='audit --data ... --page %s'", PAGE)
        .isEqualTo(MeasuredPage.of(fullPrecision()));
  }

  @Test
  void thePageSaysWhatItsTemplateSays() throws IOException {
    var page = Files.readString(PAGE);
    var template = Files.readString(Path.of("src/main/resources/dev/tr116/audit/measured-page.md"));

    assertThat(template.lines().filter(line -> !line.contains("{{"))).allMatch(page::contains);
    assertThat(page).doesNotContain("{{");
  }

  @Test
  void thePageIsNotWrittenFromPrintedFigures() {
    assertThatThrownBy(() -> MeasuredPage.of(PrintedData.ofTr116()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the page needs all 60 dual runs with their wall times and tokens");
  }

  private static DataSet fullPrecision() {
    return Measurements.of("full precision", FullPrecision.runs(), FullPrecision.singles());
  }
}
