package dev.tr116.server;

import java.util.List;
import java.util.OptionalInt;

/**
 * How the answer's tokens are chosen and when it ends.
 *
 * @param temperature 0 takes the likeliest token each time
 * @param topK the choice is among so many likeliest tokens
 * @param topP the choice is among the likeliest tokens of this total probability
 * @param repeatPenalty divisor for tokens said before; 1 changes nothing
 * @param seed equal seeds give equal answers; empty draws one
 * @param numPredict most tokens to generate; empty sets no limit
 * @param stop the answer ends before any of these strings
 */
public record SamplingOptions(
    double temperature,
    int topK,
    double topP,
    double repeatPenalty,
    OptionalInt seed,
    OptionalInt numPredict,
    List<String> stop) {
  /** What holds when a request says nothing. */
  public static final SamplingOptions DEFAULTS =
      new SamplingOptions(0.8, 40, 0.9, 1.1, OptionalInt.empty(), OptionalInt.empty(), List.of());

  public SamplingOptions {
    stop = List.copyOf(stop);
  }
}
