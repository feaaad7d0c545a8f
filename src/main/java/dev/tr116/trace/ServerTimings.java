package dev.tr116.trace;

import java.util.OptionalLong;

/**
 * What the server's last line says of its own work; servers omit a figure that is 0, so absent
 * means 0 or unknown.
 *
 * @param totalNanos whole request, ns
 * @param loadNanos loading the model, or waiting for that, ns
 * @param promptEvalCount prompt tokens, cached ones included
 * @param promptEvalCachedCount prompt tokens served from cache, where the server tells
 * @param promptEvalNanos prefill, ns
 * @param evalCount tokens generated
 * @param evalNanos generating all but the first of them, ns
 */
public record ServerTimings(
    OptionalLong totalNanos,
    OptionalLong loadNanos,
    OptionalLong promptEvalCount,
    OptionalLong promptEvalCachedCount,
    OptionalLong promptEvalNanos,
    OptionalLong evalCount,
    OptionalLong evalNanos) {
  /** No terminator arrived, or one that tells nothing. */
  public static final ServerTimings UNKNOWN =
      new ServerTimings(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());
}
