package dev.tr116.results.tr116;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One call as the Rust harness keeps it; durations in ms.
 *
 * @param throughput tokens per second
 * @param ttft on the client's clock
 * @param tokens generated
 * @param promptEval the server's prefill
 * @param eval the server's decode
 * @param load the server's loading
 */
record RustCall(
    OptionalDouble throughput,
    OptionalDouble ttft,
    OptionalLong tokens,
    OptionalDouble promptEval,
    OptionalDouble eval,
    OptionalDouble load) {

  static RustCall of(RawFile metrics) {
    return new RustCall(
        metrics.rate("/throughput_tokens_per_sec"),
        metrics.millis("/ttft_ms"),
        metrics.tokens("/tokens_generated"),
        metrics.millis("/prompt_eval_duration_ms"),
        metrics.millis("/eval_duration_ms"),
        metrics.millis("/load_duration_ms"));
  }

  /** Whether the server's final line, with its counts, was seen; the harness writes 0 if not. */
  boolean counted() {
    return tokens.orElse(0) > 0 && eval.orElse(0) > 0;
  }
}
