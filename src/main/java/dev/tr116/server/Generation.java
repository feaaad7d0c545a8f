package dev.tr116.server;

/** One answer in the making, read event by event. */
public interface Generation extends AutoCloseable {
  /**
   * Waits for the next event: first {@link GenerationEvent.PromptEvaluated}, then the tokens, last
   * {@link GenerationEvent.Finished}. Not to be called again after that one.
   *
   * @throws InferenceException when the inference broke off
   */
  GenerationEvent next();

  /**
   * Asks for an early end, from any thread: {@link GenerationEvent.Finished} comes soon. Without
   * effect on an answer that is complete.
   */
  void cancel();

  /** Ends the answer; cancels it when it is unfinished, and the model can answer again. */
  @Override
  void close();
}
