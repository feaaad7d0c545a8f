package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceBytesTest {
  @Test
  void aTokenTakesFewBytes(@TempDir Path results) throws IOException {
    var bytes = TraceBytes.of(500, results);

    assertThat(bytes.trace()).isBetween(2.5, 4.5);
    assertThat(bytes.trace() + bytes.block()).isLessThan(8);
  }
}
