package dev.tr116.metrics;

import dev.tr116.statistics.Distribution;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one call's stamps and the server's own durations mean; a figure that was not measured is
 * empty. Times in ms, rates in tokens per second.
 *
 * @param stage what the call was for
 * @param ttft first token of either kind, from {@code sent}
 * @param ttftFromIntended the same from the barrier
 * @param ttfc first answer text, from {@code sent}
 * @param decodeRate (eval_count - 1) / (last text - first token), on the client's clock
 * @param serverEvalRate eval_count / eval_duration as the server reports them: TR116's throughput
 * @param prefillRate prompt_eval_count / prompt_eval_duration, unless the server tells that some of
 *     it came from its cache
 * @param promptEvalCount prompt tokens
 * @param evalCount tokens generated
 * @param total the server's total_duration
 * @param load the server's load_duration
 * @param promptEval the server's prompt_eval_duration
 * @param eval the server's eval_duration
 * @param queue total - load - prompt_eval - eval durations
 * @param wall {@code sent} to {@code closed}, or from the barrier when nothing was sent
 * @param itl gaps between successive lines with text
 * @param cold whether the call paid for loading the model; empty where the server tells neither
 *     that time nor the whole
 * @param failure why it failed; empty for a success
 */
public record CallMetrics(
    String stage,
    OptionalDouble ttft,
    OptionalDouble ttftFromIntended,
    OptionalDouble ttfc,
    OptionalDouble decodeRate,
    OptionalDouble serverEvalRate,
    OptionalDouble prefillRate,
    OptionalLong promptEvalCount,
    OptionalLong evalCount,
    OptionalDouble total,
    OptionalDouble load,
    OptionalDouble promptEval,
    OptionalDouble eval,
    OptionalDouble queue,
    double wall,
    Optional<Distribution> itl,
    Optional<Boolean> cold,
    Optional<CallFailure> failure) {

  /** A load_duration above this means the call paid for a model load, in ms. */
  public static final double COLD_ABOVE_MS = 200;

  /** The meaning of one trace. */
  public static CallMetrics of(CallTrace call) {
    var stamps = call.stamps();
    var server = call.server();
    var first = stamps.firstToken();
    var load = Nanos.toMillis(server.loadNanos());
    return new CallMetrics(
        call.stage(),
        Nanos.between(stamps.sent(), first),
        Nanos.between(OptionalLong.of(stamps.intended()), first),
        Nanos.between(stamps.sent(), stamps.firstContent()),
        rate(
            afterTheFirst(server.evalCount()),
            call.succeeded() ? Nanos.between(first, stamps.lastContent()) : OptionalDouble.empty()),
        rate(server.evalCount(), Nanos.toMillis(server.evalNanos())),
        prefillRate(call),
        server.promptEvalCount(),
        server.evalCount(),
        Nanos.toMillis(server.totalNanos()),
        load,
        Nanos.toMillis(server.promptEvalNanos()),
        Nanos.toMillis(server.evalNanos()),
        queue(call),
        Nanos.toMillis(stamps.closed() - stamps.sent().orElse(stamps.intended())),
        Distribution.of(call.chunks().gaps().mapToDouble(Nanos::toMillis).toArray()),
        cold(load, server.totalNanos()),
        call.failure());
  }

  /** From the first token to the last, ms: what {@code decodeRate} divides by. */
  public OptionalDouble decodeSpan() {
    return decodeRate.isPresent()
        ? OptionalDouble.of(1000.0 * (evalCount.orElseThrow() - 1) / decodeRate.getAsDouble())
        : OptionalDouble.empty();
  }

  /** Whether the call ended with its terminator. */
  public boolean succeeded() {
    return failure.isEmpty();
  }

  /** A server that tells its total leaves out a load that did not happen. */
  private static Optional<Boolean> cold(OptionalDouble load, OptionalLong total) {
    return load.isPresent() || total.isPresent()
        ? Optional.of(load.orElse(0) > COLD_ABOVE_MS)
        : Optional.empty();
  }

  private static OptionalDouble prefillRate(CallTrace call) {
    var server = call.server();
    return server.promptEvalCachedCount().orElse(0) > 0
        ? OptionalDouble.empty()
        : rate(server.promptEvalCount(), Nanos.toMillis(server.promptEvalNanos()));
  }

  /** Time in no phase the server names; its total must be known, a phase it omits took no time. */
  private static OptionalDouble queue(CallTrace call) {
    var server = call.server();
    if (server.totalNanos().isEmpty()) {
      return OptionalDouble.empty();
    }
    var named =
        server.loadNanos().orElse(0)
            + server.promptEvalNanos().orElse(0)
            + server.evalNanos().orElse(0);
    return OptionalDouble.of(Nanos.toMillis(server.totalNanos().getAsLong() - named));
  }

  private static OptionalLong afterTheFirst(OptionalLong count) {
    return count.isPresent() && count.getAsLong() > 1
        ? OptionalLong.of(count.getAsLong() - 1)
        : OptionalLong.empty();
  }

  private static OptionalDouble rate(OptionalLong count, OptionalDouble millis) {
    return count.isPresent()
            && count.getAsLong() > 0
            && millis.isPresent()
            && millis.getAsDouble() > 0
        ? OptionalDouble.of(1000.0 * count.getAsLong() / millis.getAsDouble())
        : OptionalDouble.empty();
  }
}
