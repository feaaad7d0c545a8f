package dev.tr116.exec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaProgramTest {

  @ParameterizedTest
  @ValueSource(strings = {"nio", "JDK", ""})
  void otherTransportsAreNotKnown(String word) {
    assertThatThrownBy(() -> JavaProgram.main(new String[] {word}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "write nothing, selector or jdk after dev.tr116.exec.JavaProgram, not [" + word + "]");
  }

  @Test
  void oneTransportIsEnough() {
    assertThatThrownBy(() -> JavaProgram.main(new String[] {"selector", "jdk"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not [selector, jdk]");
  }
}
