package dev.tr116.server;

import java.time.Duration;

/** What happens while an answer is made; all figures a client sees are derived from these. */
public sealed interface GenerationEvent {
  /**
   * The prompt is read and the first token known.
   *
   * @param tokens length of the prompt
   * @param took time from the start of the generation
   */
  record PromptEvaluated(int tokens, Duration took) implements GenerationEvent {}

  /**
   * One token of the answer.
   *
   * @param text what it adds to the answer, possibly nothing
   * @param sinceStart when it was there, from the start of the generation
   */
  record Token(String text, Duration sinceStart) implements GenerationEvent {}

  /** The answer is complete. */
  record Finished(FinishReason reason) implements GenerationEvent {}
}
