package dev.tr116.llm;

import dev.tr116.llm.RandomStream.Wire;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten million answers of each kind; {@code -Dfuzz.inputs} and {@code -Dfuzz.seed} choose others.
 */
class StreamFuzzSoak {
  @ParameterizedTest
  @EnumSource(Wire.class)
  void noAnswerIsReadWrongly(Wire wire) {
    new StreamFuzz(wire, Long.getLong("fuzz.seed", System.nanoTime()))
        .read(Long.getLong("fuzz.inputs", 5_000_000));
  }
}
