package dev.tr116.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tr116.cost.CheckedFigure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedFigureTest {
  private final List<CheckedFigure> figures = CheckedFigure.ofTr116();

  @Test
  void listsEverySlipOfTr116WithTheRightFigure() {
    assertThat(of(Kind.SLIP))
        .extracting(CheckedFigure::place, CheckedFigure::published, CheckedFigure::right)
        .containsExactly(
            tuple("Executive Summary", "+24%", "+21.3%"),
            tuple("Executive Summary", "+33%", "+25.4%"),
            tuple("8.4", "4.25 years", "4.29 years"),
            tuple("8.4", "Gemma + Python", "Llama + Python"),
            tuple("8.4", "Gemma + Rust", "Llama + Python"),
            tuple("8.5", "$44k", "$69k"),
            tuple("8.5", "Qwen + Rust", "Llama + Rust"),
            tuple("8.5", "$45.5k", "$52k"),
            tuple("8.5", "Gemma + Rust", "Llama + Python"),
            tuple("8.5", "$67k", "$89k"),
            tuple("8.5", "Gemma + Python", "Llama + Python"),
            tuple("14.1", "33%", "27.8%"));
  }

  @Test
  void tellsWhatDependsOnAnUnstatedAssumption() {
    assertThat(of(Kind.ASSUMPTION))
        .extracting(CheckedFigure::place, CheckedFigure::published, CheckedFigure::right)
        .containsExactly(
            tuple("8.2", "8", "5"),
            tuple("8.2", "4", "5"),
            tuple("8.2", "7", "5"),
            tuple("8.2", "9", "6"),
            tuple("8.2, 9.3", "8", "13"),
            tuple("8.3", "$26k", "$25k"),
            tuple("8.3", "$28k", "$30k"),
            tuple("8.3", "$22k", "$22k"),
            tuple("8.3", "$24k", "$24k"),
            tuple("8.4, 11.1", "33 months", "99 months"),
            tuple("8.4, 14.2", "33 months", "44 months"));
    assertThat(figures)
        .filteredOn(figure -> !figure.reproduces())
        .allSatisfy(figure -> assertThat(figure.why()).isNotBlank());
  }

  @Test
  void everyOtherFigureFollowsFromTheInputs() {
    assertThat(figures).filteredOn(CheckedFigure::reproduces).hasSize(84);
  }

  @Test
  void refusesADifferenceThatNobodyExplains() {
    var wrong =
        new PublishedFigure("8.3", "total", "$59k", "total gemma-rust", Optional.empty(), "");
    var right =
        new PublishedFigure(
            "8.3", "total", "$58k", "total gemma-rust", Optional.of(Kind.SLIP), "why");
    var model = CostModel.of(CostInputs.ofTr116());

    assertThatThrownBy(() -> CheckedFigure.of(wrong, model))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("differs from Amount[value=58000.0]");
    assertThatThrownBy(() -> CheckedFigure.of(right, model))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not differ");
  }

  @Test
  void thePageHasTheTables() throws IOException {
    var page = Files.readString(Path.of("docs/cost.md"));

    assertThat(page).contains(CostMarkdown.checked(figures, 3).strip());
  }

  private List<CheckedFigure> of(Kind kind) {
    return figures.stream().filter(figure -> figure.kind().equals(Optional.of(kind))).toList();
  }
}
