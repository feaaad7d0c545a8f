package dev.tr116.trace;

import java.util.Optional;

/**
 * One LLM call, from the barrier to its end.
 *
 * @param stage what the call was for, e.g. {@code prompt}
 * @param stamps its moments
 * @param chunks the arrival of every line with text
 * @param server what the server says of its own work
 * @param doneReason {@code stop}, {@code length}, ...; empty without a terminator
 * @param answer the text received, whole or not
 * @param thinking the thinking text received
 * @param failure why it failed; empty for a success
 */
public record CallTrace(
    String stage,
    Stamps stamps,
    ChunkTimes chunks,
    ServerTimings server,
    Optional<String> doneReason,
    String answer,
    String thinking,
    Optional<CallFailure> failure) {

  /** Whether the call ended with its terminator. */
  public boolean succeeded() {
    return failure.isEmpty();
  }
}
