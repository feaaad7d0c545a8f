package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {
  private final List<String> data = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();

  private final SseReader.Events events =
      new SseReader.Events() {
        @Override
        public void data(byte[] bytes, int offset, int length) {
          data.add(new String(bytes, offset, length, UTF_8));
        }

        @Override
        public void stray(byte[] bytes, int offset, int length) {
          strays.add(new String(bytes, offset, length, UTF_8));
        }
      };

  private List<String> read(String stream) {
    var reader = new SseReader(1 << 20);
    assertThat(reader.take(ByteBuffer.wrap(stream.getBytes(UTF_8)), events)).isTrue();
    return data;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndOfTheStandardEndsALine(String end) {
    assertThat(read("data: a" + end + "data: b" + end + end + "data: c" + end + end))
        .containsExactly("a\nb", "c");
  }

  @Test
  void oneBlankAfterTheColonIsNoPartOfTheData() {
    assertThat(read("data:a\n\ndata: b\n\ndata:  c \n\n")).containsExactly("a", "b", " c ");
  }

  @Test
  void commentsNamesIdsAndDelaysArePassedOver() {
    assertThat(read(": alive\n\nevent: message\nid: 7\nretry: 10\ndata: a\n: alive\ndata: b\n\n"))
        .containsExactly("a\nb");
    assertThat(strays).isEmpty();
  }

  @Test
  void anEventWithoutDataIsNone() {
    assertThat(read("event: ping\n\ndata\n\ndata:\n\n\n\ndata: a\n\n")).containsExactly("a");
  }

  @Test
  void aMarkOfTheByteOrderIsNoPartOfTheFirstLine() {
    assertThat(read("\ufeffdata: a\n\n")).containsExactly("a");
  }

  @Test
  void whatNoEventHasIsToldApart() {
    read("{\"error\":\"busy\"}\ndatas: x\ndata: a\n\n");

    assertThat(strays).containsExactly("{\"error\":\"busy\"}", "datas: x");
    assertThat(data).containsExactly("a");
  }

  @Test
  void anEventCountsOnceItsEmptyLineIsThere() {
    var reader = new SseReader(1000);

    assertThat(reader.take(ByteBuffer.wrap("data: a\n".getBytes(UTF_8)), events)).isTrue();
    assertThat(data).isEmpty();
    assertThat(reader.take(ByteBuffer.wrap("\n".getBytes(UTF_8)), events)).isTrue();
    assertThat(data).containsExactly("a");
  }

  @Test
  void theLastEventNeedsNoEndOfItsOwn() {
    var reader = new SseReader(1000);

    assertThat(reader.take(ByteBuffer.wrap("data: a\n\ndata: b".getBytes(UTF_8)), events)).isTrue();
    reader.finish(events);

    assertThat(data).containsExactly("a", "b");
  }

  @Test
  void anySplitGivesTheSameEvents() {
    var random = new Random(42);
    var expected = new ArrayList<String>();
    var stream = new StringBuilder();
    for (var i = 0; i < 200; i++) {
      var end = List.of("\n", "\r\n", "\r").get(i % 3);
      var text = "ü😀".repeat(random.nextInt(1, 400)) + i;
      expected.add(text + "\n" + i);
      stream.append("data: " + text + end + ":" + end + "data:" + i + end + end);
    }
    var bytes = stream.toString().getBytes(UTF_8);
    var reader = new SseReader(1 << 20);

    for (var at = 0; at < bytes.length; ) {
      var count = Math.min(bytes.length - at, random.nextInt(1, 700));
      assertThat(reader.take(ByteBuffer.wrap(bytes, at, count), events)).isTrue();
      at += count;
    }
    reader.finish(events);

    assertThat(data).isEqualTo(expected);
  }

  @Test
  void refusesALineAndAnEventThatAreTooLong() {
    var line = ("data: " + "x".repeat(100_000)).getBytes(UTF_8);
    var event = "data: xxxxxxxxx\n".repeat(20_000).getBytes(UTF_8);

    assertThat(new SseReader(100_000).take(ByteBuffer.wrap(line), events)).isFalse();
    assertThat(new SseReader(100_000).take(ByteBuffer.wrap(event), events)).isFalse();
  }

  @Test
  void dataOfManyLinesMayBeAsLongAsTheLimitAndNoLonger() {
    var line = "data: " + "x".repeat(50) + "\n";
    var fits = (line.repeat(2) + "\n").getBytes(UTF_8);
    var tooLong = (line.repeat(2) + "data: x\n\n").getBytes(UTF_8);

    assertThat(new SseReader(100).take(ByteBuffer.wrap(fits), events)).isTrue();
    assertThat(data).containsExactly("x".repeat(50) + "\n" + "x".repeat(50));
    assertThat(new SseReader(100).take(ByteBuffer.wrap(tooLong), events)).isFalse();
  }
}
