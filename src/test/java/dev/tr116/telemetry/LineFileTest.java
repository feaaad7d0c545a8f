package dev.tr116.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "torn, ''",
    "'one\n', 'one\n'",
    "'one\ntwo\nto', 'one\ntwo\n'",
    "'one\r\n', 'one\r\n'",
  })
  void growsBehindTheLastWholeLine(String before, String whole) throws IOException {
    var file = Files.writeString(folder.resolve("log"), before);

    try (var channel = LineFile.open(file)) {
      channel.write(ByteBuffer.wrap("new\n".getBytes(StandardCharsets.UTF_8)));
    }

    assertThat(file).hasContent(whole + "new\n");
  }
}
