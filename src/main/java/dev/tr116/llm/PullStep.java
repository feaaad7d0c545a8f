package dev.tr116.llm;

import java.util.OptionalLong;

/**
 * How far a pull has come.
 *
 * @param status what the server is at, e.g. {@code pulling manifest}
 * @param completedBytes of the file it fetches; empty when it tells none
 * @param totalBytes of that file; empty when it tells none
 */
public record PullStep(String status, OptionalLong completedBytes, OptionalLong totalBytes) {}
