package dev.tr116.trace;

/**
 * Work of an agent that is no call, e.g. reading files.
 *
 * @param name what it was, e.g. {@code ingest}
 * @param started ns of the monotonic clock
 * @param ended ns of the monotonic clock
 */
public record OwnStage(String name, long started, long ended) {}
