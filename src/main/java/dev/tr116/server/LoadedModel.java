package dev.tr116.server;

/** A model in memory, ready to answer one request at a time. */
public interface LoadedModel extends AutoCloseable {
  /**
   * Begins an answer.
   *
   * @throws InferenceException when the model cannot begin
   */
  Generation generate(GenerationRequest request);

  /** Whether the model can still answer; a dead one is loaded anew for the next request. */
  boolean isAlive();

  /** Frees the memory, also in the middle of an answer. */
  @Override
  void close();
}
