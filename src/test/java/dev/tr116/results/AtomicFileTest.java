package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void makesTheFoldersItNeeds() throws IOException {
    var file = folder.resolve("a/b/record.json");

    AtomicFile.write(file, NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(names(file.getParent())).containsExactly("record.json");
  }

  @Test
  void replacesWhatWasThere() throws IOException {
    var file = Files.writeString(folder.resolve("record.json"), "old, and longer");

    AtomicFile.write(file, NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(names(folder)).containsExactly("record.json");
  }

  @Test
  void outlivesTheRestOfAWriterThatWasKilled() throws IOException {
    Files.writeString(folder.resolve(".record.json.part"), "half of a much longer recor");

    AtomicFile.write(folder.resolve("record.json"), NEW);

    assertThat(folder.resolve("record.json")).hasBinaryContent(NEW);
    assertThat(names(folder)).containsExactly("record.json");
  }

  @Test
  void leavesNothingBesideWhatStandsInItsWay() throws IOException {
    var file = folder.resolve("record.json");
    Files.createDirectories(file.resolve("full"));

    assertThatThrownBy(() -> AtomicFile.write(file, NEW))
        .isInstanceOf(UnwritableException.class)
        .hasMessageMatching(
            "cannot write "
                + Pattern.quote(file.toString())
                + ": .+; check free space, permissions and what stands in its way,"
                + " or set tr116.results")
        .hasCauseInstanceOf(IOException.class);
    assertThat(names(folder)).containsExactly("record.json");
    assertThat(file.resolve("full")).isDirectory();
  }

  @Test
  void saysSoWhereAFileStandsForTheFolder() throws IOException {
    var inTheWay = Files.writeString(folder.resolve("results"), "a file");

    assertThatThrownBy(() -> AtomicFile.write(inTheWay.resolve("night/record.json"), NEW))
        .isInstanceOf(UnwritableException.class)
        .hasMessageStartingWith("cannot write " + inTheWay.resolve("night/record.json") + ": ");
    assertThat(inTheWay).hasContent("a file");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
