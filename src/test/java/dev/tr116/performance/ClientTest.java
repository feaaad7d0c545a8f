package dev.tr116.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClientTest {
  @Test
  void theFrameworkIsMeasuredWithTheFlagsThatItShips() throws IOException {
    var flags =
        Client.shippedJava().filter(word -> word.startsWith("-X")).collect(Collectors.joining(" "));

    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<jvm.flags.benchmark>" + flags + "</jvm.flags.benchmark>");
  }
}
