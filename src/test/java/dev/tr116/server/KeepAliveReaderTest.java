package dev.tr116.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepAliveReaderTest {
  @ParameterizedTest
  @CsvSource({
    "5m, PT5M",
    "1h30m, PT1H30M",
    "0, PT0S",
    "1.5s, PT1.5S",
    "250ms, PT0.25S",
    "0s, PT0S"
  })
  void readsDurations(String text, Duration duration) {
    assertThat(KeepAliveReader.read(new TextNode(text)).limit()).contains(duration);
  }

  @Test
  void readsNumbersAsSeconds() {
    assertThat(KeepAliveReader.read(new IntNode(90)).limit()).contains(Duration.ofSeconds(90));
    assertThat(KeepAliveReader.read(new DoubleNode(0.5)).limit()).contains(Duration.ofMillis(500));
    assertThat(KeepAliveReader.read(new IntNode(0)).isZero()).isTrue();
  }

  @Test
  void takesNegativeForForever() {
    assertThat(KeepAliveReader.read(new IntNode(-1))).isEqualTo(KeepAlive.FOREVER);
    assertThat(KeepAliveReader.read(new TextNode("-1m"))).isEqualTo(KeepAlive.FOREVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "5 m", "5d", "soon"})
  void refusesWhatIsNoDuration(String text) {
    var value = new TextNode(text);

    assertThatThrownBy(() -> KeepAliveReader.read(value))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("e.g. 5m");
  }
}
