package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Token times on disk, as far as they grow with the tokens. */
class TraceBytesTest {
  @Test
  void aTokenTakesFewBytes(@TempDir Path results) throws IOException {
    var bytes = TraceBytes.of(500, results);

    assertThat(bytes.trace()).isBetween(2.9, 4.3);
    assertThat(bytes.block()).isBetween(2.9, 5.2);
  }
}
