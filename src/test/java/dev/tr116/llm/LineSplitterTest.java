package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
  private final List<String> lines = new ArrayList<>();

  private void keep(byte[] bytes, int offset, int length) {
    lines.add(new String(bytes, offset, length, UTF_8));
  }

  @Test
  void anySplitGivesTheSameLines() {
    var random = new Random(42);
    var expected =
        IntStream.range(0, 200).mapToObj(i -> "ü😀".repeat(random.nextInt(1, 400)) + i).toList();
    var bytes = String.join("\r\n\n", expected).getBytes(UTF_8);
    var splitter = new LineSplitter(1 << 20);

    for (var at = 0; at < bytes.length; ) {
      var count = Math.min(bytes.length - at, random.nextInt(1, 700));
      assertThat(splitter.take(ByteBuffer.wrap(bytes, at, count), this::keep)).isTrue();
      at += count;
    }
    splitter.finish(this::keep);

    assertThat(lines).isEqualTo(expected);
  }

  @Test
  void aLineAsLongAsTheLimitPassesAndALongerOneDoesNot() {
    var limit = 100_000;
    var fits = ("x".repeat(limit - 1) + "\n").getBytes(UTF_8);
    var tooLong = "x".repeat(limit + 1).getBytes(UTF_8);

    assertThat(new LineSplitter(limit).take(ByteBuffer.wrap(fits), this::keep)).isTrue();
    assertThat(lines).hasSize(1);
    assertThat(new LineSplitter(limit).take(ByteBuffer.wrap(tooLong), this::keep)).isFalse();
  }

  @Test
  void blanksAroundALineAreNoPartOfIt() {
    var splitter = new LineSplitter(1000);

    splitter.take(ByteBuffer.wrap("  \ta b\t \r\n \t\r\n c".getBytes(UTF_8)), this::keep);
    splitter.finish(this::keep);

    assertThat(lines).containsExactly("a b", "c");
  }

  @Test
  void findsALineEndAtAnyPlaceAndTakesNoOtherByteForOne() {
    for (var length = 1; length < 40; length++) {
      for (var other = 0x21; other < 256; other++) {
        var bytes = new byte[length + 1];
        Arrays.fill(bytes, (byte) other);
        bytes[length] = '\n';
        var found = new ArrayList<Integer>();

        new LineSplitter(1000)
            .take(ByteBuffer.wrap(bytes), (line, offset, size) -> found.add(size));

        assertThat(found).as("%d times %d", length, other).containsExactly(length);
      }
    }
  }

  @Test
  void nothingIsLeftAfterALineEnd() {
    var splitter = new LineSplitter(1000);

    splitter.take(ByteBuffer.wrap("a\n \t".getBytes(UTF_8)), this::keep);
    splitter.finish(this::keep);

    assertThat(lines).containsExactly("a");
  }
}
