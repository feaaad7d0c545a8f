package dev.tr116.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.results.MadeSession;
import dev.tr116.results.Manifest;
import dev.tr116.results.StoredSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFileTest {
  @TempDir private Path results;

  @Test
  void standsInTheSessionsFolderAndIsNoRawFile() throws IOException {
    var folder = MadeSession.write(results, "one", "tr116.runs", "3");
    var manifest = Files.readString(folder.resolve("manifest.json"));

    var page = PageFile.write(folder);

    assertThat(page).isEqualTo(folder.toAbsolutePath().resolve("report.html")).isRegularFile();
    assertThat(Manifest.verify(folder).isIntact()).isTrue();
    assertThat(manifest).doesNotContain("report.html");
  }

  @Test
  void comparesWithTheSessionThatTheSettingsName() throws IOException {
    MadeSession.write(results, "before", "tr116.runs", "5");
    var folder = MadeSession.write(results, "after", "tr116.runs", "5", "tr116.compare", "before");

    var html = Files.readString(PageFile.write(folder));

    assertThat(html)
        .contains("Session after against before:")
        .contains("Against session before: 0 worse, 0 better");
  }

  @Test
  void saysThatItIsNotComparedWhereTheOtherSessionIsGone() throws IOException {
    var folder = MadeSession.write(results, "after", "tr116.runs", "3", "tr116.compare", "before");

    assertThat(Files.readString(PageFile.write(StoredSession.read(folder))))
        .contains("Not compared");
  }
}
