package dev.tr116.plan;

import java.nio.file.Path;

/**
 * What a session is compared with.
 *
 * @param folder of the earlier session
 * @param minEffectPercent how much a figure must change to count
 */
public record Comparison(Path folder, double minEffectPercent) {}
