package dev.tr116.server.llama;

/** What a server and its runner tell each other. */
sealed interface RunnerFrame {
  /** First frame of a runner: proves that it is the one the server started. */
  record Hello(String secret) implements RunnerFrame {}

  /** The model is in memory. */
  record Loaded() implements RunnerFrame {}

  /** The native library does not work on this machine. */
  record Unusable(String detail) implements RunnerFrame {}

  /** Loading or generating went wrong. */
  record Failed(String message) implements RunnerFrame {}

  /**
   * Order to answer a prompt with exactly so many tokens.
   *
   * @param prompt text the model goes on from
   * @param tokens length of the answer
   */
  record Generate(
      String prompt,
      int tokens,
      double temperature,
      int topK,
      double topP,
      double repeatPenalty,
      int seed)
      implements RunnerFrame {}

  /** Order to break the answer off; {@link Finished} follows all the same. */
  record Cancel() implements RunnerFrame {}

  /** The prompt has so many tokens, and reading them took so long. */
  record PromptRead(int tokens, long nanos) implements RunnerFrame {}

  /** One token, and when it came after the start. */
  record Piece(String text, long nanos) implements RunnerFrame {}

  /** The answer is over. */
  record Finished() implements RunnerFrame {}
}
