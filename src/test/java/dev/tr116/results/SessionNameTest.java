package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionNameTest {
  @TempDir private Path results;

  @Test
  void isTheStartInUtc() {
    var name = SessionName.unused(results.resolve("not yet there"), Traces.STARTED_AT);

    assertThat(name).isEqualTo("20261122-031002");
  }

  @Test
  void isNumberedWhereThatFolderExists() throws IOException {
    Files.createDirectory(results.resolve("20261122-031002"));
    Files.createDirectory(results.resolve("20261122-031002-2"));

    var name = SessionName.unused(results, Traces.STARTED_AT);

    assertThat(name).isEqualTo("20261122-031002-3");
  }
}
