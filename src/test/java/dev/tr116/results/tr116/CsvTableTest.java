package dev.tr116.results.tr116;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static final String HEAD = "runtime,model,scenario,run,speedup,efficiency_percent";

  @Test
  void readsQuotedFieldsAndAllLineEnds() {
    var table =
        CsvTable.parse("t", "\uFEFFa,b,c\r\n\"x,1\",\"say \"\"hi\"\"\",\n\n2,\"two\nlines\",3\r");

    assertThat(table.columns()).containsExactly("a", "b", "c");
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().get(0).text("a")).isEqualTo("x,1");
    assertThat(table.rows().get(0).text("b")).isEqualTo("say \"hi\"");
    assertThat(table.rows().get(0).number("c")).isEmpty();
    assertThat(table.rows().get(1).text("b")).isEqualTo("two\nlines");
    assertThat(table.rows().get(1).number("c")).hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nan", "NaN", "N/A"})
  void whatWasNotMeasuredIsEmptyAndNotZero(String field) {
    assertThat(CsvTable.parse("t", "a,b\n" + field + ",1").rows().getFirst().number("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "Infinity", "1,5"})
  void aFieldThatIsNoNumberIsNamed(String field) {
    var row = CsvTable.parse("t", "a\n\"" + field + "\"").rows().getFirst();

    assertThatThrownBy(() -> row.number("a"))
        .hasMessage(
            "t, row 1: column a holds '%s'; write a number, or leave it empty when it was not"
                    .formatted(field)
                + " measured");
  }

  @Test
  void missingColumnsAreNamed() {
    assertThatThrownBy(() -> Tr116Import.runs(CsvTable.parse("t", "runtime,model,run\nrust,g,1")))
        .isInstanceOf(ImportException.class)
        .hasMessage(
            "t: lacks the columns scenario, speedup, efficiency_percent; it has runtime, model,"
                + " run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1", "a\n\"x", "a\n\"x\"y", "", "  \n"})
  void aBrokenTableIsRefused(String text) {
    assertThatThrownBy(() -> CsvTable.parse("t", text))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith("t");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> CsvTable.read(Path.of("no-such.csv")))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith("no-such.csv: cannot be read");
  }

  @Test
  void aRowNeedsNoMoreThanItsFiguresAndAbsentOnesStayAbsent() {
    var run = Tr116Import.runs(table("rust,gemma3,chimera-homo,1,1.9,95")).getFirst();

    assertThat(run.stored().speedup()).hasValue(1.9);
    assertThat(run.wall()).isEmpty();
    assertThat(run.stored().contention()).isEmpty();
    assertThat(run.metrics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "go,gemma3,chimera-homo,1,1.9,95",
        "rust,,chimera-homo,1,1.9,95",
        "rust,gemma3,chimera-homo,0,1.9,95",
        "rust,gemma3,chimera-homo,1.5,1.9,95",
        "rust,gemma3,chimera-homo,,1.9,95"
      })
  void anImpossibleRowIsRefused(String row) {
    assertThatThrownBy(() -> Tr116Import.runs(table(row)))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith("t, row 1: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wall_s=0",
        "wall_s=-1",
        "wall_s=1e9",
        "collector_tokens=-5",
        "collector_tokens=1e12",
        "insight_tokens=1.5",
        "insight_eval_ms=-0.1",
        "collector_throughput=-3"
      })
  void anImpossibleCounterIsRefused(String field) {
    var column = field.substring(0, field.indexOf('='));
    var value = field.substring(field.indexOf('=') + 1);
    var table =
        CsvTable.parse("t", HEAD + "," + column + "\nrust,gemma3,chimera-homo,1,1.9,95," + value);

    assertThatThrownBy(() -> Tr116Import.runs(table))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith("t, row 1: " + column + " is ");
  }

  private static CsvTable table(String row) {
    return CsvTable.parse("t", HEAD + "\n" + row + "\n");
  }
}
