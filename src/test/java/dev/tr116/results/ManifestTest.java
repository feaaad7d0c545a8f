package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  private static final String RUN =
      "multi/structured/gemma3_latest/chimera-homo_gpu80_ctx512_temp10/run_1/";

  @TempDir private Path results;
  private Path folder;

  @BeforeEach
  void keepASession() throws IOException {
    var store = ResultStore.create(Records.session(results));
    folder = store.session().directory();
    store.keep(Records.of(Traces.run(1)));
    Files.writeString(folder.resolve("failures.jsonl"), "{\"kind\":\"CONNECT\"}\n");
    Files.writeString(folder.resolve("power_log.csv"), "time,watts\r\n1,200\r\n");
    store.finish(true);
  }

  @Test
  void listsEveryRawFileSortedAndNothingThatFollowsFromThem() {
    var manifest = Manifest.read(folder);

    assertThat(manifest.session()).isEqualTo("night");
    assertThat(manifest.files())
        .extracting(Manifest.Entry::path)
        .containsExactly(
            "failures.jsonl",
            RUN + "block.json.gz",
            RUN + "collector.md",
            RUN + "insight.md",
            RUN + "metrics.json",
            RUN + "trace.jsonl.gz",
            "power_log.csv",
            "session.json");
    assertThat(Manifest.verify(folder))
        .isEqualTo(new ManifestCheck(8, List.of(), List.of(), List.of()));
  }

  @Test
  void sumsAreThoseOfTheBytes() throws IOException {
    Files.writeString(folder.resolve("failures.jsonl"), "abc");

    assertThat(Manifest.of("night", folder).files().getFirst())
        .isEqualTo(
            new Manifest.Entry(
                "failures.jsonl",
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  @Test
  void oneChangedBitInAnyRawFileIsFound() throws IOException {
    for (var listed : Manifest.read(folder).files()) {
      var file = folder.resolve(listed.path());
      var bytes = Files.readAllBytes(file);
      for (var position : List.of(0, bytes.length / 2, bytes.length - 1)) {
        var changed = bytes.clone();
        changed[position] ^= 1;
        Files.write(file, changed);

        assertThat(Manifest.verify(folder).findings()).containsExactly("changed: " + listed.path());
      }
      Files.write(file, bytes);
    }
    assertThat(Manifest.verify(folder).isIntact()).isTrue();
  }

  @Test
  void sessionThatWasGoneOnWithAndKilledIsNotCalledChanged() {
    ResultStore.resume(Records.session(folder.getParent()), Resumption.Kept.NOTHING);

    assertThatThrownBy(() -> Manifest.verify(folder))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("manifest.json: is of an earlier end of the session");
  }

  @Test
  void missingAndUnlistedFilesAreNamed() throws IOException {
    Files.delete(folder.resolve(RUN + "insight.md"));
    Files.createDirectories(folder.resolve(RUN).resolveSibling("run_2"));
    Files.writeString(folder.resolve(RUN).resolveSibling("run_2").resolve("metrics.json"), "{}");

    var check = Manifest.verify(folder);

    assertThat(check.isIntact()).isFalse();
    assertThat(check.missing()).containsExactly(RUN + "insight.md");
    assertThat(check.unlisted()).containsExactly(RUN.replace("run_1", "run_2") + "metrics.json");
    assertThat(check.findings())
        .containsExactly(
            "missing: " + RUN + "insight.md",
            "not in the manifest: " + RUN.replace("run_1", "run_2") + "metrics.json");
  }

  @Test
  void whatIsDerivedMayChange() throws IOException {
    Files.writeString(folder.resolve("analysis.csv"), "made again");
    Files.writeString(folder.resolve("report.html"), "made again");
    Files.writeString(folder.resolve(RUN).resolveSibling("summary.json"), "{}");
    Files.writeString(folder.resolve(RUN + ".metrics.json.part"), "cut sh");

    assertThat(Manifest.verify(folder).isIntact()).isTrue();
  }

  @Test
  void sameFilesGiveTheSameBytesInAscii() throws IOException {
    var written = Files.readAllBytes(folder.resolve("manifest.json"));

    Manifest.of("night", folder).write(folder);

    assertThat(folder.resolve("manifest.json")).hasBinaryContent(written);
    assertThat(
            StandardCharsets.US_ASCII
                .newEncoder()
                .canEncode(Files.readString(folder.resolve("manifest.json"))))
        .isTrue();
  }

  @Test
  void sessionThatDidNotEndHasNone() throws IOException {
    Files.delete(folder.resolve("manifest.json"));

    assertThatThrownBy(() -> Manifest.verify(folder))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage(
            folder.resolve("manifest.json")
                + ": is missing: it is written when a session ends, and this one did not");
    assertThatThrownBy(() -> Manifest.verify(results)).hasMessage(results + ": holds no session");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"SHA-256\" | \"MD5\" | field algorithm is not SHA-256",
        "\"raw_files\" : 8 | \"raw_files\" : 9 | field raw_files is not the number of files listed, 8",
        "\"sha256\" : \" | \"sha256\" : \"x | instead of 64 hex digits",
      })
  void brokenManifestIsRefusedByFieldInsteadOfTrusted(String written, String instead, String why)
      throws IOException {
    var file = folder.resolve("manifest.json");
    Files.writeString(file, Files.readString(file).replace(written, instead));

    assertThatThrownBy(() -> Manifest.verify(folder)).hasMessageContaining(why);
  }
}
