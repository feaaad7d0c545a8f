package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.results.KeptBlock;
import dev.tr116.results.KeptSession;
import dev.tr116.results.Manifest;
import dev.tr116.results.StoredSession;
import dev.tr116.trace.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What a session left in its folder, however it ended.
 *
 * @param folder the session's
 */
record KilledSessionFiles(Path folder) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Whether a path is that of a run's record, not of its second time. */
  static boolean isFirstRecord(Path file) {
    return file.endsWith("metrics.json")
        && file.getParent().getFileName().toString().matches("run_\\d+");
  }

  /** The records of runs, below the folder, sorted. */
  List<Path> records() {
    return all().filter(KilledSessionFiles::isFirstRecord).sorted().toList();
  }

  /** The bytes of every file of each run that is finished, as text, by path. */
  Map<Path, String> ofFinishedRuns() throws IOException {
    var found = new HashMap<Path, String>();
    for (var file : all().filter(file -> !isUnfinished(file)).toList()) {
      if (Files.exists(folder.resolve(file).resolveSibling("metrics.json"))) {
        found.put(
            file,
            new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1));
      }
    }
    return found;
  }

  /** Every finished run is there, whole, and nothing else is taken for a run. */
  void requireWhole(String otherwise) throws IOException {
    if (!KeptSession.isIn(folder)) {
      assertThat(records()).as("runs without a session; " + otherwise).isEmpty();
      return;
    }
    var stored = StoredSession.read(folder);
    assertThat(stored.unreadable()).as(otherwise).isEmpty();
    assertThat(
            runs(stored).map(block -> folder.relativize(block.stored().record())).sorted().toList())
        .as(otherwise)
        .isEqualTo(records());
    for (var block : runs(stored).toList()) {
      assertThat(block.stored().status()).as(otherwise).isEqualTo(RunStatus.OK);
      var run = block.stored().record().getParent();
      for (var agent : block.run().agents()) {
        assertThat(run.resolve(agent.role().name() + ".md"))
            .as(otherwise)
            .hasContent(agent.answer());
      }
      requireWholeLines(run.resolve("trace.jsonl.gz"), otherwise);
    }
  }

  /** The session came to its end, and to the same end as one that nobody killed. */
  void requireCompletedAs(KilledSessionFiles undisturbed, String otherwise) throws IOException {
    assertThat(records()).as(otherwise).isEqualTo(undisturbed.records());
    var stored = StoredSession.read(folder);
    assertThat(stored.status()).as(otherwise).isEqualTo("complete");
    assertThat(stored.missing()).as(otherwise).isEmpty();
    assertThat(stored.session().matrix().runs())
        .as(otherwise)
        .isEqualTo(StoredSession.read(undisturbed.folder()).session().matrix().runs());
    assertThat(json("session.json").path("measured_again")).as(otherwise).isEmpty();
    assertThat(shape(json("summary.json")))
        .as(otherwise)
        .isEqualTo(shape(undisturbed.json("summary.json")));
    assertThat(lines("analysis.csv"))
        .as(otherwise)
        .hasSameSizeAs(undisturbed.lines("analysis.csv"))
        .first()
        .isEqualTo(undisturbed.lines("analysis.csv").getFirst());
    assertThat(Manifest.verify(folder).findings()).as(otherwise).isEmpty();
    assertThat(Files.readString(folder.resolve("checklist.md")))
        .as(otherwise)
        .doesNotContain("| FAIL |");
    assertThat(folder.resolve("report.html")).as(otherwise).isNotEmptyFile();
    assertThat(all().filter(KilledSessionFiles::isUnfinished)).as(otherwise).isEmpty();
    assertThat(folder.resolve(".session.lock.owner")).as(otherwise).doesNotExist();
  }

  private static Stream<KeptBlock> runs(StoredSession stored) {
    return stored.cells().stream().flatMap(cell -> cell.runs().stream());
  }

  private static boolean isUnfinished(Path file) {
    return file.getFileName().toString().endsWith(".part");
  }

  private static void requireWholeLines(Path trace, String otherwise) throws IOException {
    try (var gzip = new GZIPInputStream(Files.newInputStream(trace))) {
      var text = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).as(otherwise).endsWith("\n");
      for (var line : text.lines().toList()) {
        assertThat(JSON.readTree(line).isObject()).as(otherwise).isTrue();
      }
    }
  }

  /** The names of all fields, and which cells there are; no values. */
  private static TreeSet<String> shape(JsonNode summary) {
    var names = new TreeSet<String>();
    shape(summary, "", names);
    for (var cell : summary.path("cells")) {
      var path = cell.path("scenario").asText();
      names.add(path);
      shape(cell, path, names);
    }
    return names;
  }

  private static void shape(JsonNode json, String path, TreeSet<String> names) {
    json.properties()
        .forEach(
            field -> {
              names.add(path + "/" + field.getKey());
              shape(field.getValue(), path + "/" + field.getKey(), names);
            });
  }

  private JsonNode json(String name) throws IOException {
    return JSON.readTree(folder.resolve(name).toFile());
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }

  /** Every file below the folder, while a process may still write there. */
  private Stream<Path> all() {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).toList().stream();
    } catch (NoSuchFileException nothingYet) {
      return Stream.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
