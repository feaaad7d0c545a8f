package dev.tr116.server;

import java.util.Optional;

/**
 * A request for inference, checked.
 *
 * @param model name as the client wrote it
 * @param prompt empty when the model is only to be loaded or unloaded
 * @param options how to load the model
 * @param sampling how to answer
 * @param stream whether the answer comes piece by piece
 * @param keepAlive how long the model stays
 * @param form the endpoint's way to answer
 */
record InferenceCall(
    String model,
    Optional<Prompt> prompt,
    LoadOptions options,
    SamplingOptions sampling,
    boolean stream,
    KeepAlive keepAlive,
    ReplyForm form) {

  boolean isUnload() {
    return prompt.isEmpty() && keepAlive.isZero();
  }
}
