package dev.tr116.server;

import java.time.Duration;

/** Derives the figures of an answer from its events. */
final class Tally {
  private final long arrivedNanos;
  private final Duration load;
  private int promptTokens;
  private Duration promptEvaluation = Duration.ZERO;
  private int tokens;
  private Duration first = Duration.ZERO;
  private Duration last = Duration.ZERO;

  /**
   * Begins to count.
   *
   * @param arrivedNanos {@link System#nanoTime} when the request came in
   * @param load time it took to get the model ready
   */
  Tally(long arrivedNanos, Duration load) {
    this.arrivedNanos = arrivedNanos;
    this.load = load;
  }

  void count(GenerationEvent.PromptEvaluated prompt) {
    promptTokens = prompt.tokens();
    promptEvaluation = prompt.took();
  }

  void count(GenerationEvent.Token token) {
    if (tokens == 0) {
      first = token.sinceStart();
    }
    tokens++;
    last = token.sinceStart();
  }

  Figures figures() {
    var total = Duration.ofNanos(System.nanoTime() - arrivedNanos);
    return new Figures(total, load, promptTokens, promptEvaluation, tokens, last.minus(first));
  }
}
