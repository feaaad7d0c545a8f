package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process left of a run stays, and is never mixed up with what is measured next. */
class SetAsideTest {
  @TempDir private Path folder;

  @Test
  void restOfARunThatWasSetAsideInPartFollowsItsRecord() throws IOException {
    write("block.json.gz", "trace.jsonl.gz");
    Files.createDirectory(folder.resolve("set_aside_1"));
    write("set_aside_1/metrics.json");

    SetAside.rest(folder);

    assertThat(folder.resolve("set_aside_1")).isDirectoryContaining("glob:**block.json.gz");
    assertThat(folder.resolve("set_aside_1/trace.jsonl.gz")).hasContent("trace.jsonl.gz");
    assertThat(folder).isDirectoryNotContaining("glob:**.gz");
    assertThat(folder.resolve("unfinished_1")).doesNotExist();
  }

  @Test
  void filesOfARunThatGotNoRecordAreKeptApart() throws IOException {
    Files.createDirectory(folder.resolve("set_aside_1"));
    write("set_aside_1/metrics.json", "set_aside_1/collector.md");
    for (var time = 1; time <= 2; time++) {
      write("collector.md");

      SetAside.rest(folder);

      assertThat(folder.resolve("unfinished_" + time + "/collector.md")).exists();
    }
    assertThat(folder.resolve("set_aside_1/collector.md")).hasContent("set_aside_1/collector.md");
  }

  @Test
  void nothingIsMadeWhereNothingWasLeft() {
    SetAside.rest(folder);
    SetAside.rest(folder.resolve("not there"));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void recordsAreFoundThatNobodyToldOf() throws IOException {
    Files.createDirectory(folder.resolve("set_aside_1"));
    Files.createDirectory(folder.resolve("set_aside_2"));
    write("set_aside_2/metrics.json");

    assertThat(SetAside.of(folder)).containsExactly(folder.resolve("set_aside_2"));
  }

  private void write(String... names) throws IOException {
    for (var name : names) {
      Files.writeString(folder.resolve(name), name);
    }
  }
}
