package dev.tr116.slo;

import java.nio.file.Path;

/**
 * What stands behind a run's figures.
 *
 * @param record its metrics.json
 * @param again the command that measures it once more
 */
public record Evidence(Path record, String again) {}
