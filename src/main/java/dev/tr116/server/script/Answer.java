package dev.tr116.server.script;

import java.time.Duration;

/**
 * An answer as a device generates it: what it takes, not when it happens.
 *
 * @param load loading the model, paid by a call whose server holds another one or none
 * @param prefill from the model being ready to the first token
 * @param promptTokens as reported
 * @param thinking how many of the tokens come first and are thought, not said
 * @param tokens at least one
 * @param rate of the tokens after the first
 * @param tokensPerLine so many to a line, due with the last of them; the first has its own
 */
public record Answer(
    Duration load,
    Duration prefill,
    int promptTokens,
    int thinking,
    int tokens,
    DecodeRate rate,
    int tokensPerLine) {
  private static final int PROMPT_TOKENS = 100;

  public Answer {
    if (load.isNegative() || prefill.isNegative()) {
      throw new IllegalArgumentException("load and prefill take no less than no time");
    }
    if (tokens < 1 || thinking < 0 || thinking > tokens || promptTokens < 0 || tokensPerLine < 1) {
      throw new IllegalArgumentException(
          "an answer has at least one token, thinks at most all of them and sends at least one to"
              + " a line");
    }
  }

  /** An answer without thinking from a model that is loaded in no time. */
  public static Answer of(Duration prefill, int tokens, DecodeRate rate) {
    return new Answer(Duration.ZERO, prefill, PROMPT_TOKENS, 0, tokens, rate, 1);
  }

  /** The same with this time for loading the model. */
  public Answer cold(Duration load) {
    return new Answer(load, prefill, promptTokens, thinking, tokens, rate, tokensPerLine);
  }

  /** The same with so many of the tokens thought before anything is said. */
  public Answer thinking(int tokensThought) {
    return new Answer(load, prefill, promptTokens, tokensThought, tokens, rate, tokensPerLine);
  }

  /** The same to a prompt of so many tokens. */
  public Answer promptTokens(int count) {
    return new Answer(load, prefill, count, thinking, tokens, rate, tokensPerLine);
  }

  /** The same with so many tokens to a line. */
  public Answer tokensPerLine(int count) {
    return new Answer(load, prefill, promptTokens, thinking, tokens, rate, count);
  }
}
