package dev.tr116.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LongWorkTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void tellsATerminalHowFarItIsAndTakesTheLineAway() {
    try (var work = new LongWork(err, true, "reading runs", 0)) {
      work.at(1, 400, Duration.ofMillis(10).toNanos());
      work.at(100, 400, Duration.ofSeconds(30).toNanos());
      work.at(101, 400, Duration.ofSeconds(30).toNanos() + 1);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\033[Kreading runs 100/400, left 1:30\r\033[K");
  }

  @Test
  void saysNothingWhereNobodyReadsIt() {
    try (var work = new LongWork(err, false, "reading runs", 0)) {
      work.at(100, 400, Duration.ofSeconds(30).toNanos());
    }

    assertThat(printed.size()).isZero();
  }

  @Test
  void saysNothingOfWorkThatIsSoonDone() {
    try (var work = new LongWork(err, true, "reading runs", 0)) {
      work.at(400, 400, Duration.ofMillis(150).toNanos());
    }

    assertThat(printed.size()).isZero();
  }
}
