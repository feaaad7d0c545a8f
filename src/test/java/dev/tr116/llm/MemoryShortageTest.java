package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.trace.CallFailure;
import dev.tr116.trace.FailureKind;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryShortageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model requires more system memory (12.8 GiB) than is available (9.3 GiB)",
        "llama runner process has terminated: cudaMalloc failed: out of memory",
        "CUDA error: out of memory",
        "memory layout cannot be allocated with num_gpu = 26",
        "error loading model: unable to allocate CUDA0 buffer",
        "failed to allocate buffer for kv cache",
        "model failed to load, this may be due to resource limitations or an internal error, check"
            + " ollama server logs for details",
        "llama runner process has terminated: signal: killed",
        "Insufficient Memory (00000008:kIOGPUCommandBufferCallbackErrorOutOfMemory)",
      })
  void wordsOfServersAreKnown(String words) {
    assertThat(MemoryShortage.isIn(failure(FailureKind.HTTP_STATUS, 500, words))).isTrue();
    assertThat(MemoryShortage.isIn(failure(FailureKind.ERROR_LINE, 200, words))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "llama runner process has terminated: signal: segmentation fault (core dumped)",
        "option num_ctx must be of type integer",
        "runtime error: invalid memory address or nil pointer dereference",
      })
  void otherErrorsOfTheServerAreNone(String words) {
    assertThat(MemoryShortage.isIn(failure(FailureKind.HTTP_STATUS, 500, words))).isFalse();
    assertThat(MemoryShortage.isIn(failure(FailureKind.ERROR_LINE, 200, words))).isFalse();
  }

  @Test
  void sameWordsInAnotherKindOfFailureAreNone() {
    var words = "out of memory";

    assertThat(MemoryShortage.isIn(failure(FailureKind.HTTP_STATUS, 404, words))).isFalse();
    assertThat(MemoryShortage.isIn(failure(FailureKind.MALFORMED, 200, words))).isFalse();
    assertThat(MemoryShortage.isIn(failure(FailureKind.CANCELLED, 500, words))).isFalse();
  }

  private static CallFailure failure(FailureKind kind, int status, String words) {
    return new CallFailure(
        kind, "http://127.0.0.1:1 answered: " + words, OptionalInt.of(status), 0);
  }
}
