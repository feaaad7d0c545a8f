package dev.tr116.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPlaceTest {
  @TempDir private Path results;

  @Test
  void linksLeadFromThePageToTheFile() throws IOException {
    var run = Files.createDirectories(results.resolve("a session/multi/run_1 #2 ü%"));
    var file = Files.writeString(run.resolve("metrics.json"), "{}");
    var place = new ReportPlace(Files.createDirectories(results.resolve("report")));

    var link = place.links(List.of(FileLink.of(file))).getFirst();

    assertThat(link.getName()).isEqualTo("metrics.json");
    assertThat(link.getUrl()).startsWith("../a%20session/multi/").doesNotContain("#", " ");
    var page = place.folder().resolve("index.html").toUri();
    assertThat(Path.of(page.resolve(link.getUrl()))).hasSameBinaryContentAs(file);
  }

  @Test
  void nobodyToldWhereThePageIsSoItIsBesideTheSession() {
    assertThat(System.getProperty(ReportPlace.PROPERTY)).isNull();
    assertThat(ReportPlace.beside(results.resolve("s")).folder())
        .isEqualTo(results.resolve("report").toAbsolutePath());
  }
}
