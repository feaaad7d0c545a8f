package dev.tr116.llm;

import dev.tr116.trace.CallFailure;
import dev.tr116.trace.FailureKind;
import java.util.List;
import java.util.Locale;

/**
 * Tells from what a server says that it had too little memory: before the answer with status 500,
 * or within it with an error line.
 */
public final class MemoryShortage {
  /**
   * Words of Ollama, of its runners and of the drivers below them. The last two do not prove it: a
   * runner that the system ended and one that broke while loading look the same from outside, and
   * lack of memory is what does that most.
   */
  private static final List<String> WORDS =
      List.of(
          "out of memory",
          "out_of_memory",
          "requires more system memory",
          "memory layout cannot be allocated",
          "cudamalloc failed",
          "unable to allocate",
          "failed to allocate",
          "cannot allocate memory",
          "insufficient memory",
          "not enough memory",
          "resource limitations",
          "signal: killed");

  private static final int SERVER_ERROR = 500;

  private MemoryShortage() {}

  /** Whether a call failed for it. */
  public static boolean isIn(CallFailure failure) {
    var isOfTheServer =
        failure.kind() == FailureKind.ERROR_LINE
            || (failure.kind() == FailureKind.HTTP_STATUS
                && failure.httpStatus().orElse(0) == SERVER_ERROR);
    var message = failure.message().toLowerCase(Locale.ROOT);
    return isOfTheServer && WORDS.stream().anyMatch(message::contains);
  }
}
