package dev.tr116.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopSequencesTest {
  @Test
  void showsTextAtOnceThatCannotBeginAStopString() {
    var stops = new StopSequences(List.of("###"));

    assertThat(stops.accept("hello")).isEqualTo("hello");
  }

  @Test
  void holdsBackWhatMayBeTheBeginningOfOne() {
    var stops = new StopSequences(List.of("###"));

    assertThat(stops.accept("a #")).isEqualTo("a ");
    assertThat(stops.accept("#")).isEmpty();
    assertThat(stops.accept(" b")).isEqualTo("## b");
    assertThat(stops.isMatched()).isFalse();
  }

  @Test
  void cutsBeforeTheEarliestMatch() {
    var stops = new StopSequences(List.of("two", "one"));

    assertThat(stops.accept("zero one two")).isEqualTo("zero ");
    assertThat(stops.isMatched()).isTrue();
  }

  @Test
  void givesTheRestWhenTheAnswerEnds() {
    var stops = new StopSequences(List.of("stop"));

    assertThat(stops.accept("st")).isEmpty();
    assertThat(stops.rest()).isEqualTo("st");
  }

  @Test
  void ignoresEmptyStopStrings() {
    var stops = new StopSequences(List.of(""));

    assertThat(stops.accept("text")).isEqualTo("text");
    assertThat(stops.isMatched()).isFalse();
  }
}
