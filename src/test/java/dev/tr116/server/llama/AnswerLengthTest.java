package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.server.FinishReason;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerLengthTest {
  @Test
  void isTheSameForTheSameSeedWhateverTheNonce() {
    var first = AnswerLength.draw("Request a1: describe it.", 7, OptionalInt.empty());
    var second = AnswerLength.draw("Request b2: describe it.", 7, OptionalInt.empty());

    assertThat(first).isEqualTo(second);
    assertThat(first.reason()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void variesWithTheSeedWithinWhatIsAsked() {
    var lengths =
        IntStream.range(0, 200)
            .mapToObj(seed -> AnswerLength.draw("At most 100 tokens.", seed, OptionalInt.empty()))
            .map(AnswerLength::tokens)
            .collect(Collectors.toSet());

    assertThat(lengths).hasSizeGreaterThan(20).allSatisfy(n -> assertThat(n).isBetween(70, 100));
  }

  @Test
  void isCutByALowerLimit() {
    assertThat(AnswerLength.draw("Describe it.", 7, OptionalInt.of(10)))
        .isEqualTo(new AnswerLength(10, FinishReason.LENGTH));
  }
}
