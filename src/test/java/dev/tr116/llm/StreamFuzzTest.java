package dev.tr116.llm;

import dev.tr116.llm.RandomStream.Wire;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamFuzzTest {
  @ParameterizedTest
  @EnumSource(Wire.class)
  void noAnswerIsReadWrongly(Wire wire) {
    new StreamFuzz(wire, 116).read(10_000);
  }
}
