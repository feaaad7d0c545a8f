package dev.tr116.results;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.trace.RunStatus;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A run that is safely on disk.
 *
 * @param metrics what it means
 * @param status how it ended
 * @param startedAt when it was released
 * @param record its metrics.json
 */
public record StoredRun(DualRunMetrics metrics, RunStatus status, Instant startedAt, Path record) {}
