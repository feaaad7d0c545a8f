package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tr116.plan.OpenAiApi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  @Test
  void leavesAsAHeaderAlone() {
    var key = OpenAiCalls.key(OpenAiCalls.SECRET);
    var access = new OpenAiAccess(OpenAiApi.CHAT, key, Map.of());

    assertThat(key.authorization()).contains("Bearer " + OpenAiCalls.SECRET);
    assertThat(key).hasToString("ApiKey[SOME_KEY, set]");
    assertThat(access.toString()).doesNotContain(OpenAiCalls.SECRET);
  }

  @Test
  void blanksAroundItAreNoPartOfIt() {
    assertThat(OpenAiCalls.key(" abc\n").authorization()).contains("Bearer abc");
  }

  @Test
  void mayBeMissing() {
    assertThat(OpenAiCalls.key(" ").isSet()).isFalse();
    assertThat(ApiKey.of("NO_SUCH_VARIABLE", name -> null).authorization()).isEmpty();
    assertThat(OpenAiCalls.key("").without("text")).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sk-secret two", "sk-secret\nX-Other: 1", "sk-secrét", "sk-secret\u0000x"})
  void whatNoHeaderHoldsIsRefusedWithoutBeingRepeated(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OpenAiCalls.key(value))
        .withMessageContaining("SOME_KEY")
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("sk-"));
  }
}
