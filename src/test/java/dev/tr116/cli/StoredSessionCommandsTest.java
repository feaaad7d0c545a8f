package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.Traces;
import dev.tr116.results.MadeSession;
import dev.tr116.results.StoredSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export}, {@code report} and {@code compare} on sessions that are stored. */
class StoredSessionCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path night = Path.of("");

  @BeforeEach
  void storeASession() {
    night = MadeSession.write(folder.resolve("results"), "night", "tr116.runs", "3");
  }

  @Test
  void exportsTheTableOfRunsAsTheSessionWroteIt() throws IOException {
    var code = run("export", night.toString(), "--out=" + folder.resolve("x/runs.csv"));

    assertThat(code).as(err.toString()).isZero();
    assertThat(folder.resolve("x/runs.csv")).hasSameBinaryContentAs(night.resolve("analysis.csv"));
    assertThat(folder.resolve("x")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void exportsEveryCall() throws IOException {
    var table = export("--table=calls");

    var first = row(table, 1);
    assertThat(table).hasSize(1 + 2 * 3 * 4);
    assertThat(first)
        .containsEntry("scenario", "baseline-vs-chimera")
        .containsEntry("run_number", "1")
        .containsEntry("part", "concurrent")
        .containsEntry("role", "collector")
        .containsEntry("intended_ns", "0")
        .containsEntry("first_thinking_ns", "")
        .containsEntry("failure", "");
    var ttft =
        (Long.parseLong(value(first, "first_content_ns")) - Long.parseLong(value(first, "sent_ns")))
            / 1e6;
    assertThat(Double.parseDouble(value(first, "ttft_ms"))).isEqualTo(ttft);
  }

  @Test
  void exportsEveryChunk() throws IOException {
    var calls = export("--table=calls");
    var chunks = export("--table=chunks");

    var stamped =
        calls.stream()
            .skip(1)
            .mapToInt(line -> Integer.parseInt(value(row(calls, line), "chunks")))
            .sum();
    assertThat(chunks).hasSize(1 + stamped);
    assertThat(value(row(chunks, 1), "at_ns")).isEqualTo(value(row(calls, 1), "first_content_ns"));
  }

  @Test
  void exportsTheWholeSessionAsJson() throws IOException {
    var file = folder.resolve("night.json");

    assertThat(run("export", night.toString(), "--format=json", "--out=" + file)).isZero();

    var json = new JsonMapper().readTree(file.toFile());
    assertThat(json.path("session"))
        .isEqualTo(new JsonMapper().readTree(night.resolve("session.json").toFile()));
    assertThat(json.path("cells")).hasSize(2);
    assertThat(json.path("runs")).hasSize(6);
    assertThat(json.path("missing")).isEmpty();
  }

  @Test
  void namesTheRecordsThatItCannotExport() throws IOException {
    var torn = StoredSession.read(night).cells().getFirst().runs().getFirst().stored().record();
    Files.writeString(torn, "{");

    var code = run("export", night.toString(), "--out=" + folder.resolve("runs.csv"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).startsWith("left out: ").contains(torn.toString());
    assertThat(Files.readAllLines(folder.resolve("runs.csv"))).hasSize(1 + 5);
  }

  @Test
  void refusesATableOfJson() {
    assertThat(run("export", night.toString(), "--format=json", "--table=runs")).isEqualTo(2);

    assertThat(err.toString()).contains("--table chooses a csv", "tr116 export --help");
  }

  @Test
  void reportsWhatTheSessionReported() {
    var code = run("report", night.toString(), "--out=" + folder.resolve("again"));

    assertThat(code).as(err.toString()).isZero();
    for (var name : List.of("analysis.csv", "summary.json", "summary.md")) {
      assertThat(folder.resolve("again").resolve(name)).hasSameBinaryContentAs(night.resolve(name));
      assertThat(out.toString()).contains("written: " + folder.resolve("again").resolve(name));
    }
    assertThat(folder.resolve("again").resolve("TR116.md"))
        .content()
        .startsWith("# Technical Report 116: Cross-Model Concurrent Benchmarking\n")
        .contains("**Session:** night");
  }

  @Test
  void reportsOnTheFiguresOfTr116Themselves() {
    assertThat(run("report", "--reference")).as(err.toString()).isZero();
    assertThat(out.toString())
        .startsWith("# Technical Report 116: Cross-Model Concurrent Benchmarking\n")
        .contains("| rust | 30 | 95.168 | 6.441 | 1.903 | 0.129 |");

    assertThat(run("report", "--reference", "--out=" + folder.resolve("ours"))).isZero();
    assertThat(folder.resolve("ours").resolve("TR116.md")).isNotEmptyFile();

    assertThat(run("report")).isEqualTo(2);
    assertThat(run("report", night.toString(), "--reference")).isEqualTo(2);
    assertThat(run("report", "--reference=" + folder.resolve("nowhere"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("name either the folder of a session")
        .contains("nowhere: does not exist");
  }

  @Test
  void comparesSessionsThatAreAlike() {
    var before = MadeSession.write(folder.resolve("results"), "before", "tr116.runs", "3");

    var code =
        run("compare", night.toString(), before.toString(), "--out=" + folder.resolve("c.md"));

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains(": 0 worse, 0 better");
    assertThat(folder.resolve("c.md")).content().startsWith("# Session night against before: ");
    assertThat(night.resolve("comparison.md")).doesNotExist();
  }

  @Test
  void refusesSessionsOfOtherConditions() {
    var before =
        MadeSession.write(
            folder.resolve("results"), "before", Traces.STAND_IN, 100, "tr116.runs", "3");

    var code =
        run("compare", night.toString(), before.toString(), "--out=" + folder.resolve("c.md"));

    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).contains("INVALID", "other conditions: ", "backend");
  }

  @Test
  void saysWhatToGiveInstead() {
    assertThat(run("report", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(run("compare", night.toString(), night.toString())).isEqualTo(2);
    assertThat(run("compare", night.toString(), night.toString(), "--min-effect=200")).isEqualTo(2);

    assertThat(err.toString())
        .contains(folder.resolve("nowhere") + " holds no session; give its folder")
        .contains("a session cannot be compared with itself; name an earlier one")
        .contains("--min-effect=200.0: write a number from 0 to 99, e.g. 5");
  }

  private List<String> export(String option) throws IOException {
    var file = folder.resolve("table.csv");
    assertThat(run("export", night.toString(), option, "--out=" + file)).isZero();
    return Files.readAllLines(file);
  }

  private static String value(Map<String, String> row, String name) {
    return row.getOrDefault(name, "no column " + name);
  }

  private static Map<String, String> row(List<String> table, int number) {
    return row(table, table.get(number));
  }

  private static Map<String, String> row(List<String> table, String line) {
    var names = List.of(table.getFirst().split(",", -1));
    var fields = List.of(line.split(",", -1));
    var row = new TreeMap<String, String>();
    for (var i = 0; i < names.size(); i++) {
      row.put(names.get(i), fields.get(i));
    }
    return row;
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
