package dev.tr116.plan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PlansTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @FieldSource("dev.tr116.plan.Plans#NAMES")
  void comeWithSettingsThatHold(String plan) {
    var settings = Settings.of(Plans.read(plan));

    assertThat(Matrix.of(settings).runs()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tr116         | multi 6 30, single 12 60
          tr117         | multi 2 10
          tr118         | multi 4 20
          tr119         | scaling 5 25
          tr120         | multi 4 20
          equal-budgets | multi 6 30
          gpu-layers    | single 27 135
          runtimes      | multi 4 20
          """)
  void spanWhatTheirQuestionsNeed(String plan, String spanned) {
    var cells = Matrix.of(Settings.of(Plans.read(plan))).cells();

    assertThat(
            cells.stream()
                .map(cell -> cell.id().suite())
                .distinct()
                .map(
                    suite -> {
                      var own = cells.stream().filter(c -> c.id().suite().equals(suite)).toList();
                      return suite
                          + " "
                          + own.size()
                          + " "
                          + own.stream().mapToInt(cell -> cell.runs().size()).sum();
                    })
                .collect(joining(", ")))
        .isEqualTo(spanned);
  }

  @Test
  void haveCellsThatNoOtherCellSharesAFolderWith() {
    for (var plan : Plans.NAMES) {
      var runs = Matrix.of(Settings.of(Plans.read(plan))).runs();
      var folders = new HashSet<Path>();

      assertThat(runs).allMatch(run -> folders.add(run.id().directory()));
    }
  }

  @Test
  void areFilesOfTheUsersOwn() throws IOException {
    var file = Files.writeString(folder.resolve("mine.properties"), "runs = 7\ntr116.seed=1\n");

    assertThat(Plans.read(file.toString()))
        .containsOnly(entry("tr116.runs", "7"), entry("tr116.seed", "1"));
  }

  @Test
  void sayWhatThereIsWhenAPlanIsNotThere() {
    assertThatThrownBy(() -> Plans.read("tr121"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "tr116.plan=tr121: is neither a plan nor a file; write one of tr116, tr117");
  }

  @Test
  void sayWhatIsWrongWithAFile() throws IOException {
    var broken = Files.writeString(folder.resolve("broken"), "runs = \\u12").toString();
    var nested = Files.writeString(folder.resolve("nested"), "plan = tr119").toString();
    var binary = folder.resolve("binary");
    Files.write(binary, "runs = \u00e4".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Plans.read(broken)).hasMessageContaining("is no file of properties");
    assertThatThrownBy(() -> Plans.read(nested)).hasMessageContaining("names a plan itself");
    assertThatThrownBy(() -> Plans.read(binary.toString()))
        .hasMessageContaining("cannot be read as UTF-8 text");
  }
}
