package dev.tr116.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.results.MadeSession;
import dev.tr116.results.Manifest;
import dev.tr116.results.StoredSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReportTest {
  @TempDir private Path results;

  @Test
  void isWrittenFromTheRecordsAloneAndEntersNoManifest() throws IOException {
    var folder =
        MadeSession.write(results, "night", "tr116.models", "gemma3,qwen2.5", "tr116.runs", "3");
    var session = StoredSession.read(folder);

    var file = StudyReport.write(session, folder);

    assertThat(file).isEqualTo(folder.resolve("TR116.md"));
    assertThat(Files.readString(file)).isEqualTo(StudyReport.of(StoredSession.read(folder)));
    assertThat(Manifest.verify(folder).isIntact()).isTrue();
    var report = ReadReport.of(Files.readString(file));
    assertThat(report.rows("Configuration-Level Summary"))
        .hasSize(4)
        .allSatisfy(
            row ->
                assertThat(row).containsEntry("Runtime", "structured").containsEntry("Runs", "3"));
    assertThat(report.rows("Appendix A")).hasSize(12);
    assertThat(report.lines("Summary Table")).contains("The suite single was not measured.");
  }

  @Test
  void givesWhatTheCellsOfTheSessionGive() {
    var session = StoredSession.read(MadeSession.write(results, "night", "tr116.runs", "3"));
    var cell = session.cells().getFirst();

    var row =
        ReadReport.of(StudyReport.of(session))
            .row(
                "True Speedup and Where the Time Went",
                "structured",
                "gemma3",
                cell.id().scenario());

    var speedup = cell.metrics().over(run -> run.trueSpeedup()).orElseThrow();
    var interval = cell.metrics().interval(run -> run.trueSpeedup()).orElseThrow();
    assertThat(row)
        .containsEntry("Runtime", "structured")
        .hasEntrySatisfying(
            "True efficiency",
            value ->
                assertThat(value)
                    .isEqualTo(
                        Amount.of(
                            cell.metrics()
                                .over(run -> run.trueEfficiencyPercent())
                                .orElseThrow()
                                .mean(),
                            2)));
    assertThat(StudyReport.of(session))
        .contains(Amount.of(speedup.mean(), 3) + " (" + Amount.of(interval, 3) + ")");
  }

  @Test
  void namesEverythingThatIsNeededToMeasureItAgain() {
    var report =
        ReadReport.of(
            StudyReport.of(
                StoredSession.read(
                    MadeSession.write(results, "night", "tr116.runs", "3", "tr116.seed", "7"))));

    assertThat(report.lines("## Reproducibility and Data Integrity"))
        .contains(
            "- Commit: 0123456789abcdef.",
            "- collector asks http://127.0.0.1:11434.",
            "- insight asks http://127.0.0.1:11435.",
            "- Model gemma3: digest sha256:abc; quantization Q4_K_M; tag gemma3:latest",
            "ollama pull gemma3:latest")
        .anyMatch(line -> line.matches("mvn verify .*-Dtr116.seed=7.*"));
    assertThat(report.lines("Appendix E"))
        .anyMatch(
            line -> line.matches("- multi/.*/run_1/metrics.json \\d+ bytes, SHA-256 [0-9a-f]{64}"));
  }

  @Test
  void comparesOneAgentAlone() {
    var session =
        StoredSession.read(
            MadeSession.write(results, "night", "tr116.suites", "single", "tr116.runs", "3"));

    var report = ReadReport.of(StudyReport.of(session));

    assertThat(report.row("Summary Table", "structured", "gemma3")).containsEntry("Configs", "4");
    assertThat(report.rows("Appendix C"))
        .extracting(row -> row.get("GPU_Layers") + " " + row.get("Ctx") + " " + row.get("Temp"))
        .containsExactly("60 512 0.800", "60 1024 0.800", "80 512 0.800", "80 1024 0.800");
    assertThat(report.lines("Runtime-Level Summary"))
        .contains("No run of agents side by side is recorded.");
  }

  @Test
  void saysThatStandInWeightsSayNothingOfAModelAndWhatIsNotRecorded() {
    var folder = MadeSession.write(results, "night", Traces.STAND_IN, 4, "tr116.runs", "3");

    var report = StudyReport.of(StoredSession.read(folder));

    assertThat(report)
        .contains("embedded llama.cpp b4916, stand-in weights: every figure in this report")
        .contains("- Not recorded: multi/structured/gemma3:latest/chimera-homo/");
    assertThat(ReadReport.of(report).lines("## Recommendations"))
        .anyMatch(line -> line.contains("stand-in weights"));
  }

  @Test
  void showsTheChecklistOfTheSession() throws IOException {
    var folder = MadeSession.write(results, "night", "tr116.runs", "3");
    Files.writeString(
        folder.resolve("checklist.md"),
        """
        # Checklist of session night

        | item | what must hold | state | why |
        |---|---|---|---|
        | TR116-1 | Every planned run has a whole record | passed | 6 of 6 \\| all |
        """);

    var rows = ReadReport.of(StudyReport.of(StoredSession.read(folder))).rows("Appendix I");

    assertThat(rows).hasSize(1);
    assertThat(List.copyOf(rows.getFirst().values()))
        .containsExactly(
            "TR116-1", "Every planned run has a whole record", "passed", "6 of 6 \\| all");
  }

  @Test
  void keepsNamesOfModelsInTheirCells() {
    var folder =
        MadeSession.write(results, "night", "tr116.models", "a|b<img src=x>:1", "tr116.runs", "3");

    var report = StudyReport.of(StoredSession.read(folder));

    assertThat(report.lines().filter(line -> line.contains("<img")))
        .as("shown as they are in the fenced commands alone")
        .isNotEmpty()
        .allMatch(line -> line.startsWith("ollama pull ") || line.startsWith("mvn verify "));
    assertThat(report).contains("a\\|b&lt;img src=x>:1");
    assertThat(report.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
  }
}
