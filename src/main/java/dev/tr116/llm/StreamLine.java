package dev.tr116.llm;

import dev.tr116.trace.ServerTimings;
import java.util.Optional;

/**
 * One line of a streamed answer.
 *
 * @param response answer text; empty when it carries none
 * @param thinking thinking text; empty when it carries none
 * @param error what the server reports as wrong
 * @param done whether it is the terminator
 * @param doneReason why the answer ended
 * @param timings what the server says of its work
 */
record StreamLine(
    String response,
    String thinking,
    Optional<String> error,
    boolean done,
    Optional<String> doneReason,
    ServerTimings timings) {}
