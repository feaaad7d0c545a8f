package dev.tr116.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tr116.plan.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactFolderTest {
  private static final Instant OLD = Instant.parse("2026-11-01T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void tellsHowMuchThereIsAndWhatStandsInIt() {
    write("b/table.csv", "model,run\ngemma3,1\n");
    write("a.json", "{\"status\":\"ok\"}");
    write("c/notes.md", "# Findings\n");
    touch("c/notes.md", OLD.plusSeconds(60));

    assertThat(scan().digest(1000))
        .isEqualTo(
            """
            Folder %s: 3 files (1 CSV, 1 JSON, 1 Markdown), 45 bytes; newest c/notes.md of \
            2026-11-01T10:01:00Z
            - a.json: keys status
            - b/table.csv: columns model, run; 1 row
            - c/notes.md: headings Findings"""
                .formatted(folder.getFileName()));
  }

  @Test
  void putsFilesOfLikeContentTogether() {
    for (var i = 1; i <= 20; i++) {
      write("run_" + i + "/metrics.json", "{\"status\":" + i + "}");
    }

    assertThat(scan().digest(1000))
        .contains("\n- 20 JSON files such as run_1/metrics.json: keys status");
  }

  @Test
  void neverGrowsBeyondItsLimit() {
    for (var i = 1; i <= 50; i++) {
      write("file" + i + ".md", "# Heading " + i + "\n");
    }
    write("one.csv", "column\n");

    for (var most : new int[] {100, 200, 300, 1000, 3000}) {
      assertThat(scan().digest(most)).hasSizeLessThanOrEqualTo(most);
    }
    assertThat(scan().digest(400))
        .contains("one.csv: column column")
        .matches("(?s).*- and \\d+ more kinds of content");
  }

  @Test
  void readsOddFiles() throws IOException {
    write("empty.csv", "");
    write("broken.json", "{\"a\":1,");
    Files.write(folder.resolve("binary.md"), new byte[] {'#', ' ', 0, 1, (byte) 0xff});
    write("huge.csv", "a,b\n" + "1,2\n".repeat(100_000));
    write("marked.json", "\uFEFF{\"key\":1}");
    write("shy\u202e\u001b.md", "# a\u0007b\n");
    Files.write(
        folder.resolve("latin.md"), "# Gr\u00f6\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(scan().digest(3000).lines().toList())
        .contains(
            "- empty.csv: empty",
            "- broken.json: broken JSON, keys a",
            "- binary.md: binary, not read",
            "- huge.csv: columns a, b; at least 8191 rows",
            "- marked.json: keys key",
            "- shy .md: headings a b",
            "- latin.md: headings Gr\uFFFD\uFFFDe");
  }

  @Test
  void leavesOutWhatIsNoArtifact() throws IOException {
    write("kept.md", "# kept\n");
    write(".hidden.md", "# no\n");
    write(".git/config.json", "{}");
    write("own/run_1/metrics.json", "{}");
    write("program.java", "class A {}");
    Files.createSymbolicLink(folder.resolve("link.md"), folder.resolve("kept.md"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    var found = FolderScan.of(folder, Set.of(folder.resolve("own")));

    assertThat(found.files()).isEqualTo(1);
  }

  @Test
  void keepsToTheFilesThatWereThereAtFirst() throws IOException {
    write("first.md", "# one\n");
    var found = scan();
    write("second.md", "# two\n");
    Files.delete(folder.resolve("first.md"));

    assertThat(found.digest(1000)).contains("first.md: cannot be read").doesNotContain("second");
  }

  @Test
  void readsTheNewestOfMany() {
    for (var i = 0; i < ArtifactFolder.MOST_READ + 5; i++) {
      write("old" + i + ".md", "# old\n");
    }
    write("new.csv", "fresh\n");
    touch("new.csv", OLD.plusSeconds(1));

    assertThat(scan().digest(3000))
        .contains("106 files", "the newest 100 were read", "new.csv: column fresh");
  }

  @Test
  void saysWhatToWriteWhenThereIsNothing() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(this::scan)
        .withMessageContaining("holds no .csv, .json or .md file")
        .withMessageContaining("write tr116.workload.folder=");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> FolderScan.of(folder.resolve("none"), Set.of()))
        .withMessageContaining("there is no such folder");
  }

  private ArtifactFolder scan() {
    return FolderScan.of(folder, Set.of());
  }

  private void write(String name, String text) {
    try {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    touch(name, OLD);
  }

  private void touch(String name, Instant changed) {
    try {
      Files.setLastModifiedTime(folder.resolve(name), FileTime.from(changed));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
